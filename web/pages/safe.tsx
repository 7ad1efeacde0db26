import { Icon, type IconName } from "#web/icons/icon.tsx";
import { Relied } from "#web/components/relied.tsx";
import { useSite } from "#web/components/site-context.ts";
import type { MessageKey } from "#web/i18n/words.ts";

interface SafePageProps {
  /** Shows for a moment what leaving looks like; null without a script. */
  readonly onTry: (() => void) | null;
}

function LeaveFast({ onTry }: SafePageProps) {
  const { words } = useSite();
  const ways: readonly (readonly [IconName, MessageKey])[] = [
    ["sign-out", "safe.leave-button"],
    ["keyboard", "safe.leave-shift"],
    ["wifi-slash", "safe.leave-offline"],
    ["device-mobile", "safe.leave-cover"],
  ];
  return (
    <section class="demo">
      <h2>{words.t("safe.leave-fast")}</h2>
      <p class="note">
        <Relied say={(one) => one.t("safe.leave-what")} />
      </p>
      <ul class="ways">
        {ways.slice(0, onTry === null ? 1 : ways.length).map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} flip={icon === "sign-out"} />
            <span>
              <Relied say={(one) => one.t(key)} />
            </span>
          </li>
        ))}
      </ul>
      {onTry !== null && (
        <button type="button" class="btn" onClick={onTry}>
          {words.t("safe.try")}
        </button>
      )}
    </section>
  );
}

type Row = readonly [MessageKey, MessageKey];
const SEEN: readonly Row[] = [
  ["safe.seen-history", "safe.seen-history-what"],
  ["safe.seen-opened", "safe.seen-opened-what"],
  ["safe.seen-calls", "safe.seen-calls-what"],
  ["safe.seen-files", "safe.seen-files-what"],
];
const SEEN_PLAIN: Row = ["safe.seen-address", "safe.seen-address-what"];
const READS: readonly Row[] = [
  ["safe.reads-translate", "safe.reads-translate-what"],
  ["safe.reads-keyboard", "safe.reads-keyboard-what"],
  ["safe.reads-browser", "safe.reads-browser-what"],
  ["safe.reads-app", "safe.reads-app-what"],
];

function Rows({ rows }: { readonly rows: readonly Row[] }) {
  const { words, settings } = useSite();
  return (
    <ul class="answers">
      {rows.map(([title, what]) => (
        <li key={title} class="ask">
          <span class="m">
            <Icon name="eye" />
          </span>
          <span>
            <b>{words.t(title)}</b>
            <small>
              <Relied say={(one) => one.t(what, { name: settings.publicName })} />
            </small>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Gone() {
  const { words } = useSite();
  const gone = ["safe.gone-answers", "safe.gone-places", "safe.gone-typed", "safe.gone-kept"] as const;
  return (
    <section class="sec">
      <h2>{words.t("safe.gone")}</h2>
      <ul class="answers">
        {gone.map((key) => (
          <li key={key} class="yes">
            <span class="m">
              <Icon name="check" />
            </span>
            <span>
              <Relied say={(one) => one.t(key)} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ plain }: { readonly plain: boolean }) {
  const { words, settings } = useSite();
  const steps: readonly Row[] = [
    ["safe.history-open", "safe.history-open-what"],
    ["safe.history-find", plain ? "safe.history-find-what-plain" : "safe.history-find-what"],
    ["safe.history-remove", "safe.history-remove-what"],
  ];
  return (
    <section class="sec w">
      <h2>{words.t("safe.history")}</h2>
      <ol class="steps">
        {steps.map(([title, what]) => (
          <li key={title}>
            <b>{words.t(title, { name: settings.publicName })}</b>
            <Relied say={(one) => one.t(what)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function OtherWays() {
  const { words } = useSite();
  const ways: readonly (readonly [IconName, MessageKey])[] = [
    ["users", "safe.other-friend"],
    ["printer", "safe.other-paper"],
    ["phone", "safe.other-call"],
  ];
  return (
    <section class="sec w">
      <h2>{words.t("safe.other")}</h2>
      <ul class="ways">
        {ways.map(([icon, key]) => (
          <li key={key}>
            <Icon name={icon} />
            <span>{words.t(key)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What others can see, and what one can do. Never promises that clearing helps against a watching app. */
export function SafePage({ onTry }: SafePageProps) {
  const { words } = useSite();
  const plain = onTry === null;
  return (
    <main class="safe" id="main">
      <div class="top1">
        <h1 tabIndex={-1}>{words.t("safe.title")}</h1>
        <p class="lead">{words.t("safe.lead")}</p>
      </div>
      <LeaveFast onTry={onTry} />
      {!plain && <Gone />}
      <section class="sec">
        <h2>{words.t("safe.seen")}</h2>
        <Rows rows={plain ? [...SEEN, SEEN_PLAIN] : SEEN} />
      </section>
      <section class="sec w">
        <h2>{words.t("safe.reads")}</h2>
        <p class="note">
          <Relied say={(one) => one.t("safe.reads-lead")} />
        </p>
        <Rows rows={READS} />
      </section>
      <History plain={plain} />
      <OtherWays />
    </main>
  );
}
