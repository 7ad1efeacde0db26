/** The kinds of file that a device makes of an edition. All but the PDF need no compiler and have no limit. */
export const FILE_KINDS = ["pdf", "html", "docx", "xlsx", "csv"] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** Say nothing of what they hold (safety D.4.14). */
export const fileName = (kind: FileKind): string => `numbers.${kind}`;

/** Whether size of letters and ink are drawn in it; a table has neither. */
export const hasPages = (kind: FileKind): boolean => kind !== "xlsx" && kind !== "csv";
