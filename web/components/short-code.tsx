import { generate } from "lean-qr";
import { useMemo } from "preact/hooks";
import type { ListingFacts } from "#server/contract/listing.ts";
import { Icon } from "#web/icons/icon.tsx";
import { shortLink } from "#web/models/short-link.ts";
import { pathOf } from "./paths.ts";
import { useSite } from "./site-context.ts";

/** Squares of a code as one path, in units of a module. */
function toPath(text: string): { readonly size: number; readonly d: string } {
  const code = generate(text);
  const squares: string[] = [];
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) squares.push(`M${x} ${y}h1v1h-1z`);
  return { size: code.size, d: squares.join("") };
}

function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, d } = useMemo(() => toPath(text), [text]);
  // Four modules of quiet around it, as readers need them.
  return (
    <svg class="qr" viewBox={`-4 -4 ${size + 8} ${size + 8}`} role="img" aria-label={label}>
      <path class="qr__paper" d={`M-4 -4h${size + 8}v${size + 8}h${-size - 8}z`} />
      <path d={d} />
    </svg>
  );
}

/** The short code to write down and, where there is a script, as a picture for another phone, and on paper. */
export function ShortCode({ facts }: { readonly facts: ListingFacts }) {
  const { words, go, generalOnly } = useSite();
  const link =
    go === null
      ? null
      : `${window.location.origin}${pathOf(words.lang, "home", generalOnly)}${shortLink(facts)}`;
  return (
    <div class="take">
      {link !== null && <Qr text={link} label={words.t("listing.code")} />}
      <div>
        <p>
          <span class="small">{words.t("listing.code")}</span>
          <span class="code ltr num">{facts.code}</span>
        </p>
        {link !== null && (
          <button type="button" class="btn" data-print="">
            <Icon name="printer" />
            {words.t("site.print")}
          </button>
        )}
      </div>
    </div>
  );
}
