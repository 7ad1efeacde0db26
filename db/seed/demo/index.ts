/** The demo directory: every organisation, number and address in it is made up. */
import { CHIANG_MAI } from "./chiang-mai.ts";
import { DEMO_SOURCE } from "./shapes.ts";
import type { Organization } from "./shapes.ts";

const PLACES: Organization[][] = [CHIANG_MAI];

/** All organisations of the demo, in the contract of incoming records; each service names the demo as its source. */
export const DEMO: Organization[] = PLACES.flat().map((organization) => ({
  ...organization,
  services: (organization.services ?? []).map((service) => ({ source: DEMO_SOURCE, ...service })),
}));
