/** Chiang Mai, TH-50: the largest part of the demo, with all the listings that the design drawings show. */
import { CHIANG_MAI_COMMUNITY } from "./chiang-mai-community.ts";
import { CHIANG_MAI_HOUSES } from "./chiang-mai-houses.ts";
import { CHIANG_MAI_STATE } from "./chiang-mai-state.ts";
import { CHIANG_MAI_VISITING } from "./chiang-mai-visiting.ts";
import type { Organization } from "./shapes.ts";

export const CHIANG_MAI: Organization[] = [
  ...CHIANG_MAI_COMMUNITY,
  ...CHIANG_MAI_STATE,
  ...CHIANG_MAI_HOUSES,
  ...CHIANG_MAI_VISITING,
];
