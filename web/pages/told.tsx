import { SiteLink } from "#web/components/site-link.tsx";
import { useSite } from "#web/components/site-context.ts";

interface ToldProps {
  readonly what: "report" | "suggestion";
}

/** After a form without a script: it is in, what happens with it, and the way back. Repeats nothing. */
export function ToldPage({ what }: ToldProps) {
  const { words } = useSite();
  return (
    <main class="plain" id="main">
      <h1>{words.t("told.title")}</h1>
      <div class="txt">
        <p>{words.t(what === "report" ? "told.report" : "told.suggestion")}</p>
        <p>{words.t("told.no-answer")}</p>
        <p class="note">
          {words.t(what === "report" ? "tell.kept" : "suggest.kept")} {words.t("told.many")}
        </p>
      </div>
      <p class="acts">
        <SiteLink to="place" class="btn">
          {words.t("listing.whole-list")}
        </SiteLink>
      </p>
    </main>
  );
}
