import { toGeojsonFeatures } from "#server/exchange/out/to-geojson.ts";
import type { ExportWriter } from "../verbs/export-data.ts";
import { wholeFile } from "./whole-file.ts";

/** One GeoJSON feature a place. */
export const writeGeojson: ExportWriter = (listings, [context], out) =>
  wholeFile(out, async (file) => {
    let count = 0;
    let separator = "\n";
    await file.write('{"type":"FeatureCollection","features":[');
    for await (const listing of listings) {
      for (const feature of toGeojsonFeatures(listing, context)) {
        await file.write(`${separator}${JSON.stringify(feature)}`);
        separator = ",\n";
      }
      count += 1;
    }
    await file.write("\n]}\n");
    return count;
  });
