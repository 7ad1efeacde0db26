import type { ComponentChildren } from "preact";
import { Icon } from "#web/icons/icon.tsx";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import type { SearchModel } from "#web/models/search-model.ts";
import { SiteLink } from "./site-link.tsx";
import { useSite } from "./site-context.ts";

interface ResultsHeadProps {
  readonly search: SearchModel;
  readonly placeName: string;
  readonly children: ComponentChildren;
}

/** What is looked for, and where; with the way to change either. */
export function ResultsHead({ search, placeName, children }: ResultsHeadProps) {
  const { words } = useSite();
  const need = search.need.value;
  const wanted = search.wanted.value;
  return (
    <div class="head">
      <div class="title">
        {need !== null && <NeedIcon need={need} />}
        <div>
          <h1 tabIndex={-1}>
            {need !== null && words.t(search.child.value ? `print.child.${need}` : `need.${need}`)}
            {need === null && (wanted === "" ? words.t("results.all-needs") : `“${wanted}”`)}
          </h1>
          <p>
            {words.t("results.near", { place: placeName })}
            {" · "}
            <SiteLink to="place">{words.t("results.change-place")}</SiteLink>
            {search.child.value && " · "}
            {search.child.value && (
              <button type="button" class="linkish" onClick={() => search.forChild(false)}>
                {words.t("child.all")}
              </button>
            )}
          </p>
        </div>
        <SiteLink to="sheet" class="btn print">
          <Icon name="printer" />
          {words.t("results.print")}
        </SiteLink>
      </div>
      {children}
    </div>
  );
}
