import { signal } from "@preact/signals";

/** Where in the app somebody is: the parts of the fragment, `#/listings/ID` → ["listings", "ID"]. */
export const route = signal<readonly string[]>(read());

function read(): readonly string[] {
  const parts = window.location.hash.replace(/^#\/?/u, "").split("/").filter(Boolean);
  return parts.length === 0 ? ["todo"] : parts.map(decodeURIComponent);
}

/** Follows the address. Call once. */
export function followAddress(): void {
  window.addEventListener("hashchange", () => {
    route.value = read();
    window.scrollTo(0, 0);
  });
}

/** The address of a part of the app. */
export const to = (...parts: readonly string[]): string => `#/${parts.map(encodeURIComponent).join("/")}`;

/** Goes to a part of the app. */
export function go(...parts: readonly string[]): void {
  window.location.hash = to(...parts);
}
