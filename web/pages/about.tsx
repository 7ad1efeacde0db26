import { localized } from "#web/components/localized.ts";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import type { MessageKey } from "#web/i18n/words.ts";

const PARTS: readonly (readonly [title: MessageKey, ...texts: MessageKey[]])[] = [
  ["about.private", "about.private-what"],
  ["about.how-checked", "about.checked-what", "about.not-known-what"],
  ["about.order", "about.order-what"],
];

const RIGHTS: readonly MessageKey[] = [
  "rights.choose",
  "rights.any-time",
  "rights.ask",
  "rights.time",
  "rights.told",
  "rights.interpreter",
  "rights.police",
  "rights.person",
  "rights.back",
  "rights.complain",
];

function Rights() {
  const { words } = useSite();
  return (
    <section class="sec" id="rights">
      <h2>{words.t("rights.title")}</h2>
      <ul class="points txt">
        {RIGHTS.map((key) => (
          <li key={key}>
            <Icon name="check" />
            <span>{words.t(key)}</span>
          </li>
        ))}
      </ul>
      <p class="note">{words.t("rights.not-law")}</p>
    </section>
  );
}

/** Who runs this list, what it is and is not, and what anyone may ask for. */
export function AboutPage() {
  const { words, settings } = useSite();
  const name = localized(settings.runBy, words.lang) ?? settings.publicName;
  return (
    <main class="plain" id="main">
      <h1 tabIndex={-1}>{words.t("about.title")}</h1>
      <div class="txt">
        <p>
          <b>{words.t("about.run-by", { name })}</b>
        </p>
        <p>{words.t("about.what")}</p>
        <p>{words.t("about.not-a-service")}</p>
        <p>{words.t("about.no-promise")}</p>
        {settings.demo && <p class="hint">{words.t("about.demo")}</p>}
      </div>
      {PARTS.map(([title, ...texts]) => (
        <section key={title} class="sec">
          <h2>{words.t(title)}</h2>
          {texts.map((text) => (
            <p key={text} class="txt">
              {words.t(text)}
            </p>
          ))}
        </section>
      ))}
      <Rights />
    </main>
  );
}
