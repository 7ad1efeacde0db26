import type { PublicSettings } from "#server/contract/settings.ts";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { localized } from "./localized.ts";
import { useSite } from "./site-context.ts";

interface EmergencyCardProps {
  readonly number: PublicSettings["emergency"][number];
  readonly countryName: string;
}

interface Row {
  readonly icon: IconName;
  readonly label: string;
  readonly text: string;
  readonly open?: boolean;
}

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl>
      {rows.map(({ icon, label, text, open }) => (
        <div key={text} class={open ? "q" : undefined}>
          <dt>
            <Icon name={icon} />
            <span class="sr">{label}</span>
          </dt>
          <dd>{text}</dd>
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
      text: words.t(`contact.recorded-${recorded ?? "unknown"}`),
      open: recorded === null,
    },
    {
      icon: "question",
      label: label(false, "contact.told"),
      text: `${words.t("contact.told-unknown-all")} ${words.t("contact.ask-before-name")}`,
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
