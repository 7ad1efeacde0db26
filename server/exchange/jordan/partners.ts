/** What kind of provider a partner of the UNHCR Jordan set is, where that is sure; the rest is left unknown. */
import type { ProviderType } from "#db/vocabulary.ts";

const UN = new Set(["UNHCR", "WFP", "Un Women", "UN Women", "UNICEF", "UNFPA", "IOM", "WHO", "UNRWA"]);
/** International and national non-governmental organizations by the acronym that the file uses. */
const NGO = new Set([
  "WVI",
  "IOCC",
  "MC",
  "MEDAIR",
  "Intersos",
  "SCI",
  "SC Jordan",
  "AVSI",
  "ICMC",
  "IRC",
  "ACF",
  "PU-AMI",
  "UPP",
  "ACTED",
  "IRD",
  "HI",
  "LWF",
  "TDHL",
  "IMC",
  "JHAS",
  "CARE",
  "JEN",
  "OXFAM",
  "DRC",
  "NEF",
  "ARDD-LA",
  "JRS",
  "WarChild UK",
  "GRC",
  "JWU",
  "AWO",
  "Caritas",
  "MDM",
  "MSF-F",
  "NRC",
]);

/** `io`, `ngo`, or undefined when the acronym is not one that we are sure of. */
export function partnerType(name: string): ProviderType | undefined {
  if (UN.has(name)) return "io";
  return NGO.has(name) ? "ngo" : undefined;
}
