import { CURATE_ENTRY, toPageAssets } from "#server/contract/manifest.ts";
import manifest from "../../dist/web/.vite/manifest.json" with { type: "json" };

/** Script and styles of the back office, as `page-assets.ts` has those of the public site. */
export const curateAssets = toPageAssets(manifest, CURATE_ENTRY);
