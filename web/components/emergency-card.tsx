import type { PublicSettings } from "#server/contract/settings.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import type { Words } from "#web/i18n/words.ts";
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

/** One number: name and kind, recorded, who is told, where it works, and only then the number. */
export function EmergencyCard({ number, countryName }: EmergencyCardProps) {
  const { words } = useSite();
  const { recorded, kind, dial } = number;
  const label = (known: boolean, key: "contact.recorded" | "contact.told") =>
    words.t(known ? key : "contact.not-known");
  const rows: readonly Row[] = [
    {
      icon: recorded === null ? "question" : "microphone",
      label: label(recorded !== null, "contact.recorded"),
      text: (one) => one.t(`contact.recorded-${recorded ?? "unknown"}`),
      open: recorded === null,
    },
    {
      icon: "question",
      label: label(false, "contact.told"),
      text: (one) => `${one.t("contact.told-unknown-all")} ${one.t("contact.ask-before-name")}`,
      open: true,
    },
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
