import type { RestrictedListing } from "#server/contract/curate/restricted.ts";
import { phrase } from "#server/domain/to-listing-view.ts";
import { listLabel, t } from "../words.ts";
import { callNotes } from "./call-notes.ts";

interface EntryProps {
  readonly listing: RestrictedListing;
  /** Without its name, where it stands inside the card of the listing. */
  readonly bare?: boolean;
}

/** What the restricted tier adds to one listing; who will be told stands before each number. */
export function RestrictedEntry({ listing, bare = false }: EntryProps) {
  const { name, organization, code, contacts, entryRules, affiliations } = listing;
  return (
    <article class="tier">
      {!bare && (
        <>
          <h3>{phrase(name, "en")?.text}</h3>
          <p class="small">
            {phrase(organization, "en")?.text} · <span class="ltr num">{code}</span>
          </p>
        </>
      )}
      <ul>
        {contacts.map(({ channel, value, label, hours, ...contact }) => (
          <li key={`${channel} ${value}`}>
            <small>{callNotes(contact).join(" ")}</small>
            {listLabel("channel", channel)}: <b class="ltr num">{value}</b>
            <small>
              {[phrase(label, "en")?.text, phrase(hours, "en")?.text].filter(Boolean).join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      {entryRules.length > 0 && (
        <>
          <h4>{t("restricted.rules")}</h4>
          <ul>
            {entryRules.map((words) => {
              const said = phrase(words, "en");
              return (
                <li key={said?.text} lang={said?.lang}>
                  {said?.text}
                </li>
              );
            })}
          </ul>
        </>
      )}
      {affiliations.length > 0 && (
        <>
          <h4>{t("restricted.affiliations")}</h4>
          <ul>
            {affiliations.map(({ code: key, kind, name: called, url, focalPoint }) => (
              <li key={key}>
                {t(`settings.affiliations.kind.${kind}`)}:{" "}
                {url === null ? (
                  <b>{called}</b>
                ) : (
                  <a href={url} rel="noreferrer noopener">
                    {called}
                  </a>
                )}
                {focalPoint !== null && <small>{t("restricted.focal", { who: focalPoint })}</small>}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
