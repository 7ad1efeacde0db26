import { TELLS, type Tell } from "#db/vocabulary.ts";
import type { RestrictedContact } from "#server/contract/curate/restricted.ts";
import { humanized, listLabel, t } from "../words.ts";

const NAMED = TELLS.filter((tell) => tell !== "nobody");
/** Whom people fear most: not known is said of these. */
const ALWAYS_NAMED: readonly Tell[] = ["police", "immigration", "child-protection"];

const names = (tells: readonly Tell[]): string =>
  tells.map((tell) => humanized(tell).toLowerCase()).join(", ");

/** What to know before such a number is called: who answers, whether it is recorded, who is told, who may be. */
export function callNotes({
  whoAnswers,
  recorded,
  tells,
}: Pick<RestrictedContact, "whoAnswers" | "recorded" | "tells">): readonly string[] {
  const told = NAMED.filter((tell) => tells[tell] === "yes");
  const spared = NAMED.filter((tell) => tells[tell] === "no");
  const open =
    tells.nobody === "yes"
      ? []
      : ALWAYS_NAMED.filter((tell) => tells[tell] === undefined && whoAnswers !== tell);
  return [
    ...(whoAnswers === null
      ? []
      : [t("restricted.answers", { who: listLabel("answerer", whoAnswers).toLowerCase() })]),
    ...(recorded === null ? [] : [t(`restricted.recorded.${recorded}`)]),
    ...(tells.nobody === "yes" && told.length === 0 ? [t("restricted.tells-nobody")] : []),
    ...(told.length === 0 ? [] : [t("restricted.tells", { who: names(told) })]),
    ...(spared.length === 0 ? [] : [t("restricted.tells-not", { who: names(spared) })]),
    ...(open.length === 0 ? [] : [t("restricted.tells-unknown", { who: names(open) })]),
  ];
}
