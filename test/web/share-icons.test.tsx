import { renderToString } from "preact-render-to-string";
import { expect, it } from "vitest";
import { Icon } from "#web/icons/icon.tsx";
import { shareIcons } from "#web/share-icons.ts";

it("draws each sign once, however often it stands on the page", () => {
  const check = renderToString(<Icon name="check" />);
  const phone = renderToString(<Icon name="phone" class="big" />);
  const shared = shareIcons(`<p>${check}${phone}${check}</p>`);
  expect([...shared.matchAll(/<path /gu)]).toHaveLength(2);
  expect([...shared.matchAll(/<use href="#(i\d)">/gu)].map(([, name]) => name)).toEqual(["i0", "i1", "i0"]);
  expect(shared).toContain('<svg class="ic big"');
});
