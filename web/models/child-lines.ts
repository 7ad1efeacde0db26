import type { ListingView } from "#server/contract/listing-view.ts";
import { isAuthority } from "#server/domain/match/match.ts";
import type { Entry } from "./directory-model.ts";

const FOR_CHILDREN = ["child-counselling", "child-protection"];

/** Lines that a child can call, of a place's list: help for children, by phone, the police not among them. */
export function childLines(entries: readonly Entry[]): readonly ListingView[] {
  return entries
    .map(({ view }) => view)
    .filter(
      ({ facts }) =>
        facts.answers["delivery"]?.["phone"] === "yes" &&
        facts.services.some((service) => FOR_CHILDREN.includes(service)) &&
        !isAuthority(facts),
    );
}
