/** Names of the taxonomy's sub-services in one language: a file apart, fetched when a page shows them. */

export interface ServiceNames {
  /** "Legal advice"; the code itself for a sub-service that the taxonomy does not know. */
  label(code: string): string;
  /** One sentence on what it is; empty for an unknown one. */
  about(code: string): string;
}

/** @param texts `{ "legal-advice": label, "legal-advice.about": sentence }` */
export function createServiceNames(texts: Readonly<Record<string, string>>): ServiceNames {
  return {
    label: (code) => texts[code] ?? code,
    about: (code) => texts[`${code}.about`] ?? "",
  };
}
