import type { Receiver } from "#server/contract/curate/restricted.ts";
import { dayText, t } from "../words.ts";

/** For whom an area was opened: it stands with what was opened, on the screen and on every page. */
export const receiverText = ({ name, organization, number, on }: Receiver): string =>
  t("restricted.for", { name, organization, number, date: dayText(on) });
