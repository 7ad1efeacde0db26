import type { PublishedListing } from "#server/contract/listing.ts";
import type { MainQuery } from "./make-queries.ts";

/** What a process is asked to do. */
export type Order =
  | {
      readonly do: "load";
      readonly engine: EngineName;
      readonly templates: readonly PublishedListing[];
      readonly listings: number;
      /** Whether listings are held whole as well, where that can be left out. */
      readonly bodies: boolean;
    }
  | { readonly do: "ask"; readonly query: MainQuery; readonly read: boolean }
  | { readonly do: "explain"; readonly query: MainQuery }
  | { readonly do: "close" };

export const ENGINE_NAMES = ["packed", "arrays", "postgis", "tuned"] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];
