import { toPageAssets } from "#server/contract/manifest.ts";
import manifest from "../../dist/web/.vite/manifest.json" with { type: "json" };

/** Script and styles of the build that this worker is deployed with: read when it is bundled, not when it runs. */
export const pageAssets = toPageAssets(manifest);
