/** Several values in one cell. */

/** The values between commas, without empty ones. */
export function listCell(cell: string | undefined): string[] {
  // A comma inside brackets belongs to the name: “Chinese (Mandarin, Cantonese)”.
  return (cell ?? "")
    .split(/,(?![^(]*\))/u)
    .map((item) => item.trim())
    .filter(Boolean);
}
