import type { ComponentChildren } from "preact";
import { OwnWords } from "./own-words.tsx";
import { useEffect, useRef } from "preact/hooks";
import type { MatchedListing } from "#server/contract/page.ts";
import type { Query } from "#server/domain/query.ts";
import { Icon } from "#web/icons/icon.tsx";
import { runBy } from "#web/words/run-by.ts";
import { forChildren } from "#web/words/for-children.ts";
import { AnswerList } from "./answer-list.tsx";
import { FitLabel } from "./fit-label.tsx";
import { ListenButton } from "#web/listen/listen-button.tsx";
import { speakable } from "#web/words/speakable.ts";
import { LeaveLink } from "./leave-link.tsx";
import { ListingBody } from "./listing-body.tsx";
import { Said, SaidIn } from "./phrase.tsx";
import { ReadOut } from "./read-out.tsx";
import { SCOPE_WORDS } from "./scope-group.tsx";
import { useSite } from "./site-context.ts";

const REACH = "reach";

/** Opens as a modal where the browser can; else it lies over the page all the same (Safari before 15.4). */
function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (typeof element.showModal === "function") element.showModal();
    else element.setAttribute("open", "");
    element.scrollTop = 0;
    // Back on phones and Escape reach a modal dialog as "close" (CloseWatcher); older browsers know Escape alone.
    element.addEventListener("close", onClose);
    return () => {
      element.removeEventListener("close", onClose);
      if (typeof element.close === "function") element.close();
    };
  }, [onClose]);
  return dialog;
}

function Title({ listing }: { readonly listing: MatchedListing["listing"] }) {
  const { words } = useSite();
  const { card, facts } = listing;
  return (
    <>
      <h2 tabIndex={-1}>{card === null ? facts.code : <Said phrase={card.name} />}</h2>
      <p class="by">
        <SaidIn
          phrase={card?.organization ?? { text: "", lang: words.lang }}
          sentence={(name) => runBy(words, name, facts.providerType)}
        />
        {" · "}
        {words.t(SCOPE_WORDS[facts.scope].short)}
      </p>
      <ListenButton name={`listing:${facts.code}`} lines={() => speakable(words, listing)} />
    </>
  );
}

interface ListingDialogProps {
  readonly item: MatchedListing;
  readonly query: Query;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** A listing over the list. The way out lies inside it, because a modal makes everything outside unusable. */
export function ListingDialog({ item, query, onClose }: ListingDialogProps) {
  const { words, settings } = useSite();
  const dialog = useModal(onClose);
  const forChild = item.listing.detail?.texts.forChildren;
  const toContact = () => document.getElementById(REACH)?.scrollIntoView();
  return (
    <dialog ref={dialog} class="sheetdialog" aria-label={item.listing.card?.name.text}>
      <div class="sheetdialog__top">
        <button type="button" class="back" onClick={onClose}>
          <Icon name="arrow-left" flip />
          {words.t("listing.whole-list")}
        </button>
        <LeaveLink />
      </div>
      {settings.demo && <p class="example">{words.t("site.demo-short")}</p>}
      {item.listing.detail === null ? (
        // Never half of a listing: numbers and warnings come with its texts.
        <div class="listing">
          <div class="lead">
            <Title listing={item.listing} />
            <p class="statenote" role="status">
              {words.t("site.loading")}
            </p>
          </div>
        </div>
      ) : (
        <>
          <ListingBody
            listing={item.listing}
            level={3}
            contactId={REACH}
            title={<Title listing={item.listing} />}
            fit={
              <>
                {query.child && forChild !== undefined && (
                  <p class="say">
                    <OwnWords phrase={forChild} />
                  </p>
                )}
                {query.child && <AnswerList sentences={forChildren(words, item.listing.facts)} />}
                <FitLabel match={item.match} facts={item.listing.facts} query={query} />
              </>
            }
          />
          <ReadOut parts={[speakable(words, item.listing)]} />
        </>
      )}
      <div class="dock">
        <LeaveLink />
        <button type="button" class="btn go" onClick={toContact}>
          <Icon name="phone" />
          {words.t("listing.contact")}
        </button>
      </div>
    </dialog>
  );
}
