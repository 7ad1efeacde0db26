import type { ListingView } from "#server/contract/listing-view.ts";
import { speakable } from "#web/words/speakable.ts";
import { Icon } from "#web/icons/icon.tsx";
import { Said } from "./phrase.tsx";
import { useSite } from "./site-context.ts";

/** For somebody who helps: the listing as short sentences in order, to read out or to print. */
export function ReadOut({ listing }: { readonly listing: ListingView }) {
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
      <ol>
        {speakable(words, listing).map((line) => (
          <li key={line.text}>
            <Said phrase={line} />
          </li>
        ))}
      </ol>
    </details>
  );
}
