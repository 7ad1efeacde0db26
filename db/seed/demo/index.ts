/** The demo directory: every organisation, number and address in it is made up. */
import { BANGKOK_LISTINGS } from "./bangkok.ts";
import { BANTEAY_MEANCHEY } from "./banteay-meanchey.ts";
import { BATTAMBANG } from "./battambang.ts";
import { CHIANG_MAI } from "./chiang-mai.ts";
import { HANOI } from "./hanoi.ts";
import { NATIONWIDE } from "./nationwide.ts";
import { DEMO_SOURCE } from "./shapes.ts";
import type { Organization } from "./shapes.ts";
import { SITUATIONS } from "./situations.ts";
import { TIRANA } from "./tirana.ts";
import { VIENTIANE } from "./vientiane.ts";
import { YANGON } from "./yangon.ts";

const PLACES: Organization[][] = [
  CHIANG_MAI,
  BANGKOK_LISTINGS,
  BANTEAY_MEANCHEY,
  BATTAMBANG,
  VIENTIANE,
  YANGON,
  HANOI,
  TIRANA,
  NATIONWIDE,
  SITUATIONS,
];

/** All organisations of the demo, in the contract of incoming records; each service names the demo as its source. */
export const DEMO: Organization[] = PLACES.flat().map((organization) => ({
  ...organization,
  services: (organization.services ?? []).map((service) => ({ source: DEMO_SOURCE, ...service })),
}));
