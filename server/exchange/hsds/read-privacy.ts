/** How much of a place may be shown, as far as the source says so. Blank is not public (data notes, finding 3). */
import { PRIVACIES, type Privacy } from "#db/vocabulary.ts";
import { shown } from "../problem-list.ts";
import type { ReadOptions } from "../read-result.ts";
import type { LocationInput } from "./read-location.ts";
import type { RecordDraft } from "./record-draft.ts";
import type { Row } from "./table-set.ts";

/** Words in an address that say that there is none to show (data notes, finding 2). */
const KEPT_BACK =
  /\b(?:confidential|undisclosed|un-?listed|withheld|not disclosed|address (?:is )?private|private address|secret|call for (?:the )?(?:address|location))\b/iu;

/** The privacy that the source gives, or undefined: then the rule for places decides. */
export function privacyOf(
  row: Row,
  address: Row | undefined,
  location: LocationInput,
  options: ReadOptions,
  draft: RecordDraft,
): Privacy | undefined {
  const guard = row.guards[0] ?? address?.guards[0];
  if (guard) {
    draft.hold(
      "guarded",
      row,
      guard.column,
      `The source keeps this place back (${guard.column}: ${shown(guard.value)}).`,
    );
    return "withheld";
  }
  const told = PRIVACIES.find((item) => item === row.cells["place_privacy"]);
  if (told !== undefined && told !== "public") return told;
  const street = [
    address?.cells["address_1"],
    address?.cells["address_2"],
    address?.cells["city"],
    row.cells["name"],
  ];
  const said = street.find((text) => text !== undefined && KEPT_BACK.test(text));
  if (said !== undefined) {
    const has = location.latitude === undefined ? "" : " Its coordinates are kept back as well.";
    draft.hold(
      "address-confidential",
      address ?? row,
      "address_1",
      `${shown(said)} says that this place is not to be shown.${has}`,
    );
    return "withheld";
  }
  const flag = row.cells["privacy"] ?? told;
  if (flag !== undefined) {
    const privacy = PRIVACIES.find((item) => item === flag);
    if (privacy !== undefined) return privacy;
    draft.hold(
      "privacy",
      row,
      "privacy",
      `${shown(flag)} is none of ${PRIVACIES.join(", ")}; the place is kept back.`,
    );
    return "withheld";
  }
  // A person says so for the whole import; a place without an address has nothing to show.
  return options.addresses === "public" &&
    location.lines !== undefined &&
    location.locationType === "physical"
    ? "public"
    : undefined;
}
