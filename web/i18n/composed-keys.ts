/**
 * Keys that are put together from a code (`need.` + "legal"), by prefix: the build cannot see them in the
 * sources, so it takes them as used. Every prefix belongs to a closed list of codes or a table.
 */
export const COMPOSED_KEYS: readonly string[] = [
  "need.",
  // Read by code through `ServiceNames`.
  "service.",
  "reason.",
  "language.",
  "month.",
  "weekday.",
  "money.",
  "country.",
  "provider.",
  "who-answers.",
  "told-name.",
  "emergency.kind.",
  "documents.",
  "delivery.",
  "fit.",
  "report.",
  "error.",
  "gender.",
  "people.",
  "channel.",
  "cost.",
  "contact.recorded-",
  "contact.messages-recorded-",
  "contact.free-",
  "entry.discreet.",
  "print.fact.",
  "print.child.",
  "print.own-thing.",
  "print.own-paper.",
  "child.alone.",
  "child.told.",
  "child.parent.",
];
