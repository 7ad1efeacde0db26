import type { ComponentChildren } from "preact";
import type { Need } from "#db/vocabulary.ts";
import { NeedTiles } from "#web/components/need-tiles.tsx";
import { AlsoEnglish, Relied } from "#web/components/relied.tsx";
import { SiteLink } from "#web/components/site-link.tsx";
import { useSite } from "#web/components/site-context.ts";
import { Switch } from "#web/components/switch.tsx";
import { WordSearch } from "#web/components/word-search.tsx";
import { localized } from "#web/components/localized.ts";
import { Icon } from "#web/icons/icon.tsx";

/** What the home page can do with a script; null without one. */
export interface HomeActions {
  readonly generalOnly: boolean;
  readonly onNeed: (need: Need) => void;
  /** The way for children. */
  readonly onChild: () => void;
  /** The tools of somebody who helps others. */
  readonly onHelper: () => void;
  readonly onSearch: (words: string) => void;
  readonly onGeneralOnly: (only: boolean) => void;
}

interface HomeProps {
  /** Name of the chosen place; null: none yet. */
  readonly place: string | null;
  readonly actions: HomeActions | null;
  /** The list of places for pages without a script. */
  readonly children?: ComponentChildren;
}

/** The first sentence carries the weight; Khmer, Burmese and Chinese end theirs with signs of their own. */
function Calm() {
  const { words, english = null } = useSite();
  const text = words.t("home.nothing-saved");
  const end = text.search(/[.။។]\s|。/u) + 1;
  return (
    <p class="calm">
      <b>{end === 0 ? text : text.slice(0, end)}</b>
      {end === 0 ? "" : text.slice(end)}
      {english !== null && <AlsoEnglish text={english.t("home.nothing-saved")} />}
    </p>
  );
}

function RunBy() {
  const { settings } = useSite();
  const nameIn = (lang: string) => localized(settings.runBy, lang) ?? settings.publicName;
  return <Relied say={(one) => one.t("site.run-by", { name: nameIn(one.lang) })} />;
}

function Panel({ place }: { readonly place: string | null }) {
  const { words } = useSite();
  return (
    <section class="trail">
      <h1 tabIndex={-1}>{words.t("home.question")}</h1>
      <Calm />
      <SiteLink to="place" class="place">
        <Icon name="map-pin" />
        <span class="t">
          <small>{words.t(place === null ? "home.no-place" : "home.place")}</small>
          {place ?? words.t("home.choose-place")}
        </span>
        {place === null ? (
          <Icon name="caret-right" flip class="c" />
        ) : (
          <span class="c">{words.t("site.change")}</span>
        )}
      </SiteLink>
      <p class="pn">
        <Relied say={(one) => one.t("home.you-choose")} />
      </p>
      <div class="more">
        <SiteLink to="sheet">
          <Icon name="printer" />
          {words.t("home.print-sheet")}
        </SiteLink>
        <SiteLink to="safe">
          <Icon name="eye-slash" />
          {words.t("home.safely")}
        </SiteLink>
        <p>
          <RunBy />
        </p>
      </div>
    </section>
  );
}

function RowLinks({ actions }: { readonly actions: HomeActions | null }) {
  const { words } = useSite();
  return (
    <div class="after">
      <SiteLink to="emergency" class="rowlink">
        <Icon name="phone" />
        <span>
          <b>{words.t("home.danger")}</b>
          {words.t("home.emergency-numbers")}
        </span>
      </SiteLink>
      {actions !== null && (
        <button type="button" class="rowlink" onClick={actions.onChild}>
          <Icon name="baby" />
          <span>
            <b>{words.t("child.entry")}</b>
          </span>
        </button>
      )}
      {actions !== null && (
        <button type="button" class="rowlink" onClick={actions.onHelper}>
          <Icon name="users" />
          <b>{words.t("helper.entry")}</b>
        </button>
      )}
      {actions !== null && <WordSearch onSearch={actions.onSearch} />}
      <SiteLink to="sheet" class="rowlink only-phone">
        <Icon name="printer" />
        <span>
          <b>{words.t("home.on-paper")}</b>
          {words.t("home.print-sheet")}
        </span>
      </SiteLink>
      <SiteLink to="safe" class="rowlink only-phone">
        <Icon name="eye-slash" />
        <span>{words.t("home.safely")}</span>
      </SiteLink>
    </div>
  );
}

/** What do you need? Twelve tiles, the place, and the ways beside them. */
export function Home({ place, actions, children }: HomeProps) {
  const { words } = useSite();
  return (
    <main class="home" id="main">
      <Panel place={place} />
      <section class="needs" aria-label={words.t("home.question")}>
        {children}
        <NeedTiles onChoose={actions?.onNeed ?? null} />
        <RowLinks actions={actions} />
        {actions !== null && (
          <Switch
            label={words.t("home.only-general")}
            on={actions.generalOnly}
            onChange={actions.onGeneralOnly}
          />
        )}
        <p class="small foot only-phone">
          <RunBy />
        </p>
      </section>
    </main>
  );
}
