import { PROBES } from "#server/domain/cells/probes.ts";
import type { MainQuery } from "./make-queries.ts";

const probe = (wanted: (one: (typeof PROBES)[number]) => boolean) => 1 << PROBES.findIndex(wanted);

/** Bits of the conditions that the main question asks about. */
export const PROBE_BIT = {
  women: probe(({ gender }) => gender === "women"),
  men: probe(({ gender }) => gender === "men"),
  girls: probe(({ gender }) => gender === "girls"),
  boys: probe(({ gender }) => gender === "boys"),
  noDocuments: probe(({ noDocuments }) => noDocuments === true),
} as const;

/** Whom a question asks for, children by their own word. */
export const genderOf = ({ gender, age }: MainQuery): "women" | "men" | "girls" | "boys" =>
  gender === "women" ? (age < 18 ? "girls" : "women") : age < 18 ? "boys" : "men";
