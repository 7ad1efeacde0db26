/** Texts of an edition on a page: each in its language, with its direction. */
import type { Need } from "#db/vocabulary.ts";
import type { Line, QrCode, Span } from "#server/contract/edition.ts";
import { isolated, isRightToLeft } from "#server/domain/right-to-left.ts";
import { NEED_PATHS } from "#web/icons/need-paths.ts";

/** A text in its language. */
export function Said({ span }: { readonly span: Span }) {
  if (span.lang === "und") return <span>{span.text}</span>;
  const rtl = isRightToLeft(span.lang);
  return (
    <span lang={span.lang} dir={rtl ? "rtl" : "ltr"}>
      {rtl ? isolated(span.text) : span.text}
    </span>
  );
}

/** Each language on a line of its own. */
export function Stacked({ line }: { readonly line: Line }) {
  return (
    <>
      {line.map((span, index) => (
        <span key={span.lang + span.text} class={index === 0 ? "ed-first" : "ed-second"}>
          <Said span={span} />
        </span>
      ))}
    </>
  );
}

/** Both languages in one line. */
export function Flat({ line }: { readonly line: Line }) {
  return (
    <>
      {line.map((span, index) => (
        <>
          {index > 0 && " · "}
          <Said span={span} />
        </>
      ))}
    </>
  );
}

/** Longer than any telephone number: an address, which may break anywhere. */
const LONG = 20;

/** A number, a code or an address: left to right; a number is never broken. */
export function Value({ text }: { readonly text: string }) {
  return <bdi class={text.length > LONG ? "ed-value ed-long" : "ed-value"}>{text}</bdi>;
}

/** A QR code as one path, with its quiet margin. */
export function Qr({ qr }: { readonly qr: QrCode }) {
  const side = qr.size + 6;
  const path = qr.rows.flatMap((row, y) =>
    [...row.matchAll(/1+/gu)].map(
      ({ index, 0: run }) => `M${index + 3},${y + 3}h${run.length}v1h-${run.length}z`,
    ),
  );
  return (
    <svg class="ed-qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={qr.url}>
      <path d={path.join("")} />
    </svg>
  );
}

/** The pictogram of a need with its own shapes: a file that is carried around has no sheet of signs beside it. */
export function NeedSign({ need }: { readonly need: Need }) {
  const { line, tint } = NEED_PATHS[need];
  return (
    <svg class="pict" viewBox="0 0 256 256" aria-hidden="true">
      <path class="tint" d={tint} />
      <path d={line} />
    </svg>
  );
}
