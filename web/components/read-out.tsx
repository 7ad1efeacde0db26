import type { Phrase } from "#server/contract/listing-view.ts";
import { Icon } from "#web/icons/icon.tsx";
import { Said } from "./phrase.tsx";
import { useSite } from "./site-context.ts";

/** For somebody who helps: short sentences in order, to read out or to print. Each part is a list of its own. */
export function ReadOut({ parts }: { readonly parts: readonly (readonly Phrase[])[] }) {
  const { words } = useSite();
  return (
    <details class="readout">
      <summary>
        <Icon name="users" />
        <span>
          <b>{words.t("listen.read-out")}</b>
          <span class="note">{words.t("listen.read-out-lead")}</span>
        </span>
        <Icon name="caret-down" class="cd" />
      </summary>
      {parts.map((lines, at) => (
        <ol key={at}>
          {lines.map((line) => (
            <li key={line.text}>
              <Said phrase={line} />
            </li>
          ))}
        </ol>
      ))}
    </details>
  );
}
