import type { AreaView } from "#server/contract/listing-view.ts";
import type { MatchedListing, NeedColumns } from "#server/contract/page.ts";
import type { Query } from "#server/domain/query.ts";
import type { Scope } from "#db/vocabulary.ts";
import { ListingEntry } from "#web/components/listing-entry.tsx";
import { GeneralOnlyLink } from "#web/components/general-only-link.tsx";
import { areaPath, sheetPath } from "#web/components/paths.ts";
import { ScopeGroup } from "#web/components/scope-group.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Icon } from "#web/icons/icon.tsx";
import { NeedIcon } from "#web/icons/need-icon.tsx";
import { NarrowForm } from "./narrow-form.tsx";

interface ColumnProps {
  readonly scope: Scope;
  readonly items: readonly MatchedListing[];
  readonly query: Query | null;
}

const own = ({ listing }: MatchedListing) => !listing.facts.starter;

function Column({ scope, items, query }: ColumnProps) {
  const { words } = useSite();
  const starters = items.filter((item) => !own(item));
  const entries = (list: readonly MatchedListing[]) => (
    <ul>
      {list.map((item) => (
        <ListingEntry key={item.listing.facts.code} item={item} query={query} />
      ))}
    </ul>
  );
  return (
    <ScopeGroup scope={scope} count={items.length} level={3}>
      {entries(items.filter(own))}
      {starters.length > 0 && (
        <section class="unchecked">
          <h4>{words.t("pages.starters")}</h4>
          {entries(starters)}
        </section>
      )}
    </ScopeGroup>
  );
}

interface NeedProps {
  readonly columns: NeedColumns;
  readonly query: Query | null;
}

function Need({ columns: { need, general, specific }, query }: NeedProps) {
  const { words, generalOnly } = useSite();
  return (
    <details class="need" id={need}>
      <summary>
        <NeedIcon need={need} />
        <h2>{words.t(`need.${need}`)}</h2>
        <span class="count">{words.t("results.count", { n: general.length + specific.length })}</span>
        <Icon name="caret-down" class="cd" />
      </summary>
      <div class="need__cols">
        {query?.scope !== "trafficking-specific" && <Column scope="general" items={general} query={query} />}
        {!generalOnly && <Column scope="trafficking-specific" items={specific} query={query} />}
      </div>
    </details>
  );
}

interface AreaPageProps {
  readonly area: AreaView;
  readonly needs: readonly NeedColumns[];
  readonly query: Query | null;
}

/** Languages of all listings, the most common first. */
function spokenIn(needs: readonly NeedColumns[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { general, specific } of needs)
    for (const { listing } of [...general, ...specific])
      for (const { code } of listing.facts.languages) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([code]) => code);
}

function Head({ area, query }: Omit<AreaPageProps, "needs">) {
  const { words, generalOnly } = useSite();
  return (
    <>
      <SiteLink to="place" class="back">
        <Icon name="arrow-left" flip />
        {words.t("results.change-place")}
      </SiteLink>
      <h1>{words.t("results.everything", { place: area.name.text })}</h1>
      <p class="note">{words.t("site.no-script-address")}</p>
      <p class="acts">
        <SiteLink to="emergency" class="btn">
          <Icon name="phone" />
          {words.t("home.emergency-numbers")}
        </SiteLink>
        <a class="btn" href={sheetPath(words.lang, area.code, generalOnly)}>
          <Icon name="printer" />
          {words.t("home.print-sheet")}
        </a>
      </p>
      <GeneralOnlyLink to={`/area/${area.code}`} />
      {query !== null && (
        <div class="hint">
          <Icon name="info" />
          <div>
            <p>{words.t("pages.narrowed")}</p>
            <p>
              <a href={areaPath(words.lang, area.code, generalOnly)}>{words.t("pages.show-all")}</a>
            </p>
          </div>
        </div>
      )}
    </>
  );
}

/** All listings of an area without a script: the server and the history learn the area alone. */
export function AreaPage({ area, needs, query }: AreaPageProps) {
  return (
    <main class="areapage" id="main">
      <Head area={area} query={query} />
      {needs.map((columns) => (
        <Need key={columns.need} columns={columns} query={query} />
      ))}
      <NarrowForm area={area} query={query} spoken={spokenIn(needs)} />
    </main>
  );
}
