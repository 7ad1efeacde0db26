import { useSignal } from "@preact/signals";
import type { AddressRequestView } from "#server/contract/curate/inbox.ts";
import { post } from "../api.ts";
import { reasonOf } from "../load.ts";
import { Notice } from "../components/notice.tsx";
import { mayPublish } from "../session.ts";
import { readStanding, standing } from "../standing.ts";
import { momentText, t } from "../words.ts";

/** Addresses that somebody asked to make public: a notice that nobody can hide. */
export function AddressNotices() {
  return (
    <>
      {(standing.value?.requests ?? []).map((request) => (
        <AddressNotice key={request.locationId} request={request} />
      ))}
    </>
  );
}

function AddressNotice({ request }: { readonly request: AddressRequestView }) {
  const { locationId, place, organization, askedBy, mine, reason, alone } = request;
  const failed = useSignal<string | null>(null);
  const decide = (what: "agree" | "refuse") => {
    failed.value = null;
    return post(`/api/desk/addresses/${encodeURIComponent(locationId)}/${what}`)
      .then(readStanding)
      .catch((error: unknown) => (failed.value = reasonOf(error)));
  };
  const name = [place, organization].filter((part) => part !== "").join(", ");
  return (
    <Notice kind="warm" text={`${name}. ${t("place.asked", { who: askedBy, why: reason })} `}>
      {alone === null ? t("place.asked.second") : t("place.asked.alone", { when: momentText(alone) })}
      <p class="acts">
        {!mine && mayPublish() && (
          <button type="button" class="btn" onClick={() => void decide("agree")}>
            {t("place.agree")}
          </button>
        )}
        <button type="button" class="btn" onClick={() => void decide("refuse")}>
          {t("place.stop")}
        </button>
      </p>
      {failed.value !== null && (
        <b class="late" role="alert">
          {failed.value}
        </b>
      )}
    </Notice>
  );
}
