import type { PublishedListing } from "#server/contract/listing.ts";
import { FILES, type FileFormat } from "#server/exchange/out/files/pieces.ts";
import type { ExportWriter } from "../verbs/export-data.ts";
import { wholeFile } from "./whole-file.ts";

/** Writes a format of one file to the disk. */
export const writerOf =
  (format: FileFormat): ExportWriter =>
  (listings, contexts, out) =>
    wholeFile(out, async (file) => {
      let count = 0;
      const counted = async function* (): AsyncGenerator<PublishedListing> {
        for await (const listing of listings) {
          count += 1;
          yield listing;
        }
      };
      for await (const piece of FILES[format].pieces(counted(), contexts)) await file.write(piece);
      return count;
    });

export const writeHsdsJson = writerOf("hsds-json");
export const writeCsv = writerOf("csv");
export const writeXlsx = writerOf("xlsx");
export const writeGeojson = writerOf("geojson");
