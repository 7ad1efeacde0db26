import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { CatalogueTx } from "#db/stores.ts";
import { readSettings, writeSettings } from "#server/publication/settings.ts";
import type { AreaBounds } from "#server/domain/areas.ts";
import { openArchive, type OwnArchive } from "#web/map/own-archive.ts";
import { isDrawn } from "#web/map/tile-paths.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

/** Where the build takes public files from, and where it puts them. */
const FOLDERS = ["web/public/map", "dist/web/map"];

/** A deployment's own base map of a country: checked, put in its place, and named in the settings. */
export const baseMap: Verb = baseMapIn(FOLDERS);

/** The verb over these folders; those that are not there are left out. */
export function baseMapIn(places: readonly string[]): Verb {
  return {
    name: "base-map",
    summary:
      "takes a PMTiles file as the base map of a country, sent whole from our own origin, or gives it up",
    usage: "base-map CC FILE.pmtiles | base-map CC --remove",
    async run(args, env) {
      const { values, positionals } = parseArgs({
        args: [...args],
        options: { remove: { type: "boolean", default: false } },
        allowPositionals: true,
      });
      const [country = "", file] = positionals;
      if ((file === undefined) !== values.remove)
        throw new UsageError("Say a country with a file, or with --remove.");
      const { areas, stores, apply } = await openSession(env);
      const area = areas.get(country);
      if (area === undefined || area.parent !== null)
        throw new UsageError(`There is no country ${country} in the place data.`);
      const folders = places.filter((folder) => existsSync(folder));
      if (file === undefined) {
        for (const folder of folders) rmSync(join(folder, `${area.code}.pmtiles`), { force: true });
        await nameInSettings(stores.catalogue, area.code, false);
        console.log(`${area.code} has our own base map again.`);
      } else {
        const archive = await check(file, area.bbox);
        for (const folder of folders) copyFileSync(file, join(folder, `${area.code}.pmtiles`));
        await nameInSettings(stores.catalogue, area.code, true);
        console.log(`${area.code}: zoom ${archive.zooms.join(" to ")}, layers ${archive.layers.join(", ")}.`);
        console.log(
          `Credit on the map: ${archive.credit ?? "none is named in the file; add it if its licence asks for one"}.`,
        );
      }
      const { version } = await apply();
      console.log(`Version ${version} is public.`);
      return 0;
    },
  };
}

async function check(file: string, bbox: AreaBounds): Promise<OwnArchive> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new UsageError(`${file} cannot be read.`);
  }
  const archive = await openArchive(new Uint8Array(bytes).buffer).catch((error: unknown) => {
    throw new UsageError(`${file}: ${error instanceof Error ? error.message : "cannot be read"}`);
  });
  if (!isDrawn(archive.layers))
    throw new UsageError(
      `${file}: none of its layers is drawn (${archive.layers.join(", ") || "it names none"}).`,
    );
  const [south, west, north, east] = archive.bounds;
  if (south > bbox[2] || north < bbox[0] || west > bbox[3] || east < bbox[1])
    throw new UsageError(`${file}: it shows another part of the world.`);
  return archive;
}

async function nameInSettings(catalogue: CatalogueTx, country: string, has: boolean): Promise<void> {
  const settings = await readSettings(catalogue);
  const others = (settings.baseMaps ?? []).filter((code) => code !== country);
  await writeSettings(catalogue, { ...settings, baseMaps: has ? [...others, country].toSorted() : others });
}
