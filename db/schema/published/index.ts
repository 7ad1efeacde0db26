/** The published store: what the public side is made of, and nothing else. */
export * from "./booklet.ts";
export * from "./bundle-area.ts";
export * from "./bundle-part.ts";
export * from "./document.ts";
export * from "./gone-part.ts";
export * from "./listing.ts";
export * from "./listing-area.ts";
export * from "./listing-need.ts";
export * from "./search-cell.ts";
