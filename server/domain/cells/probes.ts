import { ACCESS_FACETS } from "#db/vocabulary.ts";
import type { ListingFacts } from "#server/contract/listing.ts";
import { GENDERS } from "#server/contract/genders.ts";
import { match } from "../match/match.ts";
import { genderAt } from "../match/person.ts";
import type { Query } from "../query.ts";

/**
 * The questions of a search whose answer depends on the listing alone. `match` answers each of them once, when the
 * listing is packed; a search then reads two bits. So the packed search cannot answer otherwise than `match` does.
 */
export const PROBES: readonly Query[] = [
  { child: true },
  { noDocuments: true },
  { noIdentification: true },
  { noCooperation: true },
  { withoutStaying: true },
  ...GENDERS.map((gender) => ({ gender })),
  ...ACCESS_FACETS.delivery.map((delivery) => ({ delivery })),
];

if (PROBES.length > 32) throw new Error("The probes no longer fit 32 bits");

/** The bits of PROBES that ask how help comes. */
export const DELIVERY_PROBES = PROBES.reduce(
  (mask, { delivery }, bit) => (delivery === undefined ? mask : (mask | (1 << bit)) >>> 0),
  0,
);

/** Answers to PROBES, a bit each: the bits of `yes` fit, those of `no` do not, the others are to be asked. */
export interface ProbeAnswers {
  readonly yes: number;
  readonly no: number;
}

/** What a listing answers to PROBES. */
export function answerProbes(facts: ListingFacts): ProbeAnswers {
  let yes = 0;
  let no = 0;
  PROBES.forEach((probe, bit) => {
    const { fit } = match(facts, probe);
    if (fit === "fits") yes |= 1 << bit;
    if (fit === "no") no |= 1 << bit;
  });
  return { yes: yes >>> 0, no: no >>> 0 };
}

const bitOf = (wanted: (probe: Query) => boolean): number => (1 << PROBES.findIndex(wanted)) >>> 0;

/** The bits of PROBES that a search asks about. */
export function probesOf(query: Query): number {
  let bits = 0;
  if (query.child) bits |= bitOf((probe) => probe.child === true);
  if (query.noDocuments) bits |= bitOf((probe) => probe.noDocuments === true);
  if (query.noIdentification) bits |= bitOf((probe) => probe.noIdentification === true);
  if (query.noCooperation) bits |= bitOf((probe) => probe.noCooperation === true);
  if (query.withoutStaying) bits |= bitOf((probe) => probe.withoutStaying === true);
  if (query.delivery !== undefined) bits |= bitOf((probe) => probe.delivery === query.delivery);
  if (query.gender !== undefined) {
    const asked = genderAt(query.gender, query.age);
    bits |= bitOf((probe) => probe.gender === asked);
  }
  return bits >>> 0;
}
