import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { Account } from "./account/account.tsx";
import { People } from "./account/people.tsx";
import { Brand } from "./components/brand.tsx";
import { Notice } from "./components/notice.tsx";
import { AddressNotices } from "./desk/address-notices.tsx";
import { BookletsPage } from "./desk/booklets.tsx";
import { Doubles } from "./desk/doubles.tsx";
import { Gaps } from "./desk/gaps.tsx";
import { IncidentPage } from "./desk/incident.tsx";
import { ImportPage } from "./desk/import/import-page.tsx";
import { InboxPage } from "./desk/inbox.tsx";
import { SharingPage } from "./desk/sharing/sharing-page.tsx";
import { PublishingNow } from "./desk/publishing-now.tsx";
import { StillPublic } from "./desk/still-public.tsx";
import { Todo } from "./desk/todo.tsx";
import { Editor } from "./editor/editor.tsx";
import { FindPage } from "./find/find-page.tsx";
import { Grid } from "./grid/grid.tsx";
import { Help } from "./help/help.tsx";
import { ListingsPage } from "./listings/listings.tsx";
import { AccessPage } from "./restricted/access-page.tsx";
import { GapNotePage } from "./gap-note/gap-note-page.tsx";
import { RestrictedPage } from "./restricted/restricted-page.tsx";
import { go, route, to } from "./route.ts";
import { facts, mayPublish, person, signOut } from "./session.ts";
import { SettingsPage } from "./settings/settings.tsx";
import { TextsPage } from "./settings/texts.tsx";
import { readStanding } from "./standing.ts";
import { Start } from "./start/start.tsx";
import { Translations } from "./translate/translations.tsx";
import { dayText, t, tOr } from "./words.ts";

/** The menu and the part that was chosen. */
export function Shell() {
  const who = person();
  const [part = "todo", id] = route.value;
  const office = who?.role !== "practitioner";
  const content = useRef<HTMLElement & HTMLDivElement>(null);
  useEffect(() => {
    if (!office) return undefined;
    const read = () => void readStanding().catch(() => undefined);
    read();
    const timer = setInterval(read, 30_000);
    return () => clearInterval(timer);
  }, [office]);
  if (part === "start" && who?.role === "admin" && facts.value?.starting === true) return <Start />;
  const finds = isFinding(part);
  // The tools are pages of the public app, which bring their own main part.
  const Around = finds ? "div" : "main";
  return (
    <div class="app">
      <button type="button" class="to-content" onClick={() => content.current?.focus()}>
        {t("nav.to-content")}
      </button>
      <nav class="nav" aria-label={t("nav.label")}>
        <a class="brandlink" href={to("todo")}>
          <Brand />
        </a>
        {office && <NavLink part="todo" icon="list-checks" />}
        {mayPublish() && <NavLink part="inbox" icon="chat-text" />}
        {office && <NavLink part="listings" icon="list" />}
        {office && <NavLink part="grid" icon="plus" />}
        {office && <NavLink part="gaps" icon="map-trifold" />}
        {office && <NavLink part="translations" icon="translate" />}
        {office && <NavLink part="doubles" icon="stack" />}
        {mayPublish() && <NavLink part="booklets" icon="printer" />}
        {mayPublish() && <NavLink part="import" icon="download-simple" />}
        {mayPublish() && <NavLink part="sharing" icon="share" />}
        {office && <NavLink part="texts" icon="note-pencil" />}
        {mayPublish() && <NavLink part="settings" icon="sliders" />}
        {mayPublish() && <NavLink part="incident" icon="wifi-slash" />}
        {who?.role === "admin" && <NavLink part="people" icon="users" />}
        {mayPublish() && <NavLink part="access" icon="lock-simple" />}
        <NavLink part="find" icon="magnifying-glass" />
        {!office && <NavLink part="restricted" icon="phone" />}
        <NavLink part="gap-note" icon="note-pencil" />
        <NavLink part="help" icon="question" />
        <NavLink part="account" icon="user" />
        <button type="button" class="i" onClick={() => void signOut()}>
          <Icon name="sign-out" />
          {t("nav.sign-out")}
        </button>
        <p class="me">
          <b>{who?.name}</b>
          {tOr(`role.${who?.role ?? ""}`, "")}
          {facts.value?.settings.demo === true && <span>{t("app.example")}</span>}
        </p>
      </nav>
      <Around class={finds ? "main is-finding" : "main"} tabIndex={-1} ref={content}>
        <StillPublic />
        {office && <PublishingNow />}
        <AddressNotices />
        {who?.role === "admin" && facts.value?.starting === true && (
          <Notice
            kind="warm"
            text={t("start.banner")}
            action={t("start.banner-go")}
            onAction={() => go("start")}
          />
        )}
        {mayPublish() && facts.value?.policyDue === true && (
          <Notice
            kind="warm"
            text={t("policy.due", { day: dayText(facts.value.policy.nextReview) })}
            action={t("nav.settings")}
            onAction={() => go("settings")}
          />
        )}
        <Part part={part} id={id} />
      </Around>
    </div>
  );
}

/** A practitioner begins with the tools; everybody else finds them in the menu. */
function isFinding(part: string): boolean {
  const own = ["restricted", "gap-note", "help", "account"];
  return part === "find" || (person()?.role === "practitioner" && !own.includes(part));
}

function Part({ part, id }: { readonly part: string; readonly id: string | undefined }): ComponentChildren {
  if (part === "help") return <Help />;
  if (part === "account") return <Account />;
  if (part === "gap-note") return <GapNotePage />;
  if (isFinding(part)) return <FindPage />;
  if (person()?.role === "practitioner") return <RestrictedPage />;
  if (facts.value === null) return <p class="note">{t("app.loading")}</p>;
  if (part === "inbox") return <InboxPage />;
  if (part === "gaps") return <Gaps />;
  if (part === "grid") return <Grid />;
  if (part === "translations") return <Translations />;
  if (part === "texts") return <TextsPage />;
  if (part === "settings" && mayPublish()) return <SettingsPage />;
  if (part === "doubles") return <Doubles />;
  if (part === "booklets" && mayPublish()) return <BookletsPage />;
  if (part === "import" && mayPublish()) return <ImportPage />;
  if (part === "incident" && mayPublish()) return <IncidentPage />;
  if (part === "sharing" && mayPublish()) return <SharingPage />;
  if (part === "people") return <People />;
  if (part === "access" && mayPublish()) return <AccessPage />;
  if (part === "listings") return id === undefined ? <ListingsPage /> : <Editor key={id} id={id} />;
  return <Todo />;
}

interface NavLinkProps {
  readonly part:
    | "todo"
    | "inbox"
    | "listings"
    | "grid"
    | "gaps"
    | "translations"
    | "texts"
    | "settings"
    | "doubles"
    | "import"
    | "booklets"
    | "sharing"
    | "help"
    | "people"
    | "incident"
    | "access"
    | "restricted"
    | "find"
    | "gap-note"
    | "account";
  readonly icon: IconName;
}

function NavLink({ part, icon }: NavLinkProps) {
  const here = route.value[0] === part;
  const link = useRef<HTMLAnchorElement>(null);
  // On a phone the menu is a strip that scrolls: where one is stands in sight.
  useEffect(() => {
    const menu = link.current?.parentElement;
    if (here && menu != null && menu.scrollWidth > menu.clientWidth)
      menu.scrollLeft += (link.current?.getBoundingClientRect().left ?? 0) - menu.clientWidth / 3;
  }, [here]);
  return (
    <a ref={link} class="i" href={to(part)} aria-current={here ? "page" : undefined}>
      <Icon name={icon} />
      {t(`nav.${part}`)}
    </a>
  );
}
