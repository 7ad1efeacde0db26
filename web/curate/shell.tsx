import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Icon, type IconName } from "#web/icons/icon.tsx";
import { Account } from "./account/account.tsx";
import { People } from "./account/people.tsx";
import { Brand } from "./components/brand.tsx";
import { AddressNotices } from "./desk/address-notices.tsx";
import { Doubles } from "./desk/doubles.tsx";
import { Gaps } from "./desk/gaps.tsx";
import { ImportPage } from "./desk/import.tsx";
import { InboxPage } from "./desk/inbox.tsx";
import { StillPublic } from "./desk/still-public.tsx";
import { Todo } from "./desk/todo.tsx";
import { Editor } from "./editor/editor.tsx";
import { Help } from "./help/help.tsx";
import { ListingsPage } from "./listings/listings.tsx";
import { AccessPage } from "./restricted/access-page.tsx";
import { RestrictedPage } from "./restricted/restricted-page.tsx";
import { route, to } from "./route.ts";
import { facts, mayPublish, person, signOut } from "./session.ts";
import { readStanding } from "./standing.ts";
import { t, tOr } from "./words.ts";

/** The menu and the part that was chosen. */
export function Shell() {
  const who = person();
  const [part = "todo", id] = route.value;
  const office = who?.role !== "practitioner";
  useEffect(() => {
    if (!office) return undefined;
    const read = () => void readStanding().catch(() => undefined);
    read();
    const timer = setInterval(read, 30_000);
    return () => clearInterval(timer);
  }, [office]);
  return (
    <div class="app">
      <nav class="nav" aria-label={t("nav.label")}>
        <a class="home" href={to("todo")}>
          <Brand />
        </a>
        {office && <NavLink part="todo" icon="list-checks" />}
        {mayPublish() && <NavLink part="inbox" icon="chat-text" />}
        {office && <NavLink part="listings" icon="list" />}
        {office && <NavLink part="gaps" icon="map-trifold" />}
        {office && <NavLink part="doubles" icon="stack" />}
        {mayPublish() && <NavLink part="import" icon="download-simple" />}
        {who?.role === "admin" && <NavLink part="people" icon="users" />}
        {mayPublish() && <NavLink part="access" icon="lock-simple" />}
        {!office && <NavLink part="restricted" icon="phone" />}
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
      <main class="main">
        <StillPublic />
        <AddressNotices />
        <Part part={part} id={id} />
      </main>
    </div>
  );
}

function Part({ part, id }: { readonly part: string; readonly id: string | undefined }): ComponentChildren {
  if (part === "help") return <Help />;
  if (part === "account") return <Account />;
  if (person()?.role === "practitioner") return <RestrictedPage />;
  if (facts.value === null) return <p class="note">{t("app.loading")}</p>;
  if (part === "inbox") return <InboxPage />;
  if (part === "gaps") return <Gaps />;
  if (part === "doubles") return <Doubles />;
  if (part === "import" && mayPublish()) return <ImportPage />;
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
    | "gaps"
    | "doubles"
    | "import"
    | "help"
    | "people"
    | "access"
    | "restricted"
    | "account";
  readonly icon: IconName;
}

function NavLink({ part, icon }: NavLinkProps) {
  return (
    <a class="i" href={to(part)} aria-current={route.value[0] === part ? "page" : undefined}>
      <Icon name={icon} />
      {t(`nav.${part}`)}
    </a>
  );
}
