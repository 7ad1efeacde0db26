import { SiteLink } from "#web/components/site-link.tsx";
import { useSite } from "#web/components/site-context.ts";
import type { MessageKey } from "#web/i18n/words.ts";

const TEXTS: Readonly<Record<number, MessageKey>> = {
  400: "error.bad-request",
  403: "error.form-old",
  404: "error.not-found",
  410: "error.gone",
  429: "error.too-many",
};

/** An error says what to do next; the way out stands here as everywhere. It never repeats what was sent. */
export function ErrorPage({ status }: { readonly status: number }) {
  const { words } = useSite();
  return (
    <main class="plain" id="main">
      <h1>{words.t("error.title")}</h1>
      <p class="txt">{words.t(TEXTS[status] ?? "error.other")}</p>
      <p class="acts">
        <SiteLink to="home" class="btn go">
          {words.t("error.home")}
        </SiteLink>
        <SiteLink to="emergency" class="btn">
          {words.t("home.emergency-numbers")}
        </SiteLink>
      </p>
    </main>
  );
}
