import type { PublicSettings } from "#server/contract/settings.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { Words } from "#web/i18n/words.ts";
import { toldNotes } from "#web/words/told.ts";
import { Relied } from "./relied.tsx";
import { localized } from "./localized.ts";
import { useSite } from "./site-context.ts";

interface EmergencyCardProps {
  readonly number: PublicSettings["emergency"][number];
  readonly countryName: string;
}

interface Row {
  readonly icon: IconName;
  readonly label: string;
  /** What somebody may rely on is said by a function, so that the English can stand below. */
  readonly text: string | ((words: Words) => string);
  readonly open?: boolean;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl>
      {rows.map(({ icon, label, text, open }) => (
        <div key={label + icon} class={open ? "q" : undefined}>
          <dt>
            <Icon name={icon} />
            <span class="sr">{label}</span>
          </dt>
          <dd>{typeof text === "string" ? text : <Relied say={text} />}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Who is told, as far as the settings say: what nobody has asked is said as not known. */
function toldRows(words: Words, { tells, kind }: EmergencyCardProps["number"]): readonly Row[] {
  if (tells === undefined || tells === null)
    return [
      {
        icon: "question",
        label: words.t("contact.not-known"),
        text: (one) => `${one.t("contact.told-unknown-all")} ${one.t("contact.ask-before-name")}`,
        open: true,
      },
    ];
  const notes = (one: Words) =>
    toldNotes(one, { tells: { [tells]: "yes" }, whoAnswers: kind === "police" ? "police" : null });
  return notes(words).map(({ kind: said, label }, at) => ({
    icon: said === "told" ? "eye-slash" : "question",
    label,
    text: (one) => notes(one)[at]?.text ?? "",
    open: said !== "told",
  }));
}

/** One number: name and kind, recorded, who is told, where it works, and only then the number. */
export function EmergencyCard({ number, countryName }: EmergencyCardProps) {
  const { words } = useSite();
  const { recorded, kind, dial } = number;
  const rows: readonly Row[] = [
    {
      icon: recorded === null ? "question" : "microphone",
      label: words.t(recorded === null ? "contact.not-known" : "contact.recorded"),
      text: (one) => one.t(`contact.recorded-${recorded ?? "unknown"}`),
      open: recorded === null,
    },
    ...toldRows(words, number),
    {
      icon: "globe-hemisphere-east",
      label: words.t("contact.where-works"),
      text: words.t("contact.only-in", { country: countryName }),
    },
  ];
  return (
    <li class="em">
      <h3>
        {localized(number.label, words.lang) ?? words.t(`emergency.kind.${kind}`)}
        <span class="kind">{words.t(`emergency.kind.${kind}`)}</span>
      </h3>
      <Rows rows={rows} />
      <p class="n ltr num">{number.number}</p>
      {dial !== null && (
        <a class="btn go" href={`tel:${dial}`} rel="noreferrer noopener">
          <Icon name="phone" />
          {words.t("emergency.call")}
        </a>
      )}
    </li>
  );
}
