import type { ListingDetail } from "#server/contract/curate/listing-detail.ts";
import type { Saved } from "#server/contract/curate/listing-form.ts";
import { FIRST_POLICY } from "#server/contract/inclusion-policy.ts";
import { organizationInput, placeInput, serviceInput } from "../records/organization.ts";
import { type Office, office } from "./office.ts";

export type Browser = Awaited<ReturnType<Office["signIn"]>>;

/** A back office with one published listing that has a private place, and somebody of each role. */
export async function deskWithListing() {
  const o = await office();
  const { published } = await o.publish(
    organizationInput({ locations: [placeInput()], services: [serviceInput({ locations: ["house"] })] }),
  );
  const id = published[0] ?? "";
  const admin = await o.signIn();
  const publisher = await o.signIn({ role: "publisher" });
  const editor = await o.signIn({ role: "editor" });
  return { ...o, id, admin, publisher, editor };
}

export const read = async (browser: Browser, id: string): Promise<ListingDetail> =>
  (await (await browser.get(`/curate/api/listings/${id}`)).json()) as ListingDetail;

export const save = async (
  browser: Browser,
  id: string,
  input: unknown,
): Promise<Saved & { status: number; carried: boolean; error?: { fields?: Record<string, string> } }> => {
  const answer = await browser.post(`/curate/api/listings/${id}/save`, input);
  return { ...((await answer.json()) as Saved & { carried: boolean }), status: answer.status };
};

export const move = (browser: Browser, id: string, to: string, more: object = {}) =>
  browser.post(`/curate/api/listings/${id}/move`, { to, ...more });

/** Everything of the checklist, and the organisation’s consent. */
export const CHECKED = {
  criteria: FIRST_POLICY.criteria.map(({ code }) => code),
  consent: { byRole: "director", how: "phone" },
};
