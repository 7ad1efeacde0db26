import { toHsdsService } from "#server/exchange/out/hsds/to-service.ts";
import type { ExportWriter } from "../verbs/export-data.ts";
import { wholeFile } from "./whole-file.ts";

/** HSDS JSON: an array of services, each with everything in it, one a line. */
export const writeHsdsJson: ExportWriter = (listings, [context], out) =>
  wholeFile(out, async (file) => {
    let count = 0;
    await file.write("[");
    for await (const listing of listings) {
      await file.write(`${count === 0 ? "\n" : ",\n"}${JSON.stringify(toHsdsService(listing, context))}`);
      count += 1;
    }
    await file.write("\n]\n");
    return count;
  });
