import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Place names of a country from the built files; null when there are none. */
export function placesOf(built: string): (country: string) => Promise<Response | null> {
  return async (country) => {
    try {
      const body = await readFile(join(built, "places", `${country}.json`));
      return new Response(body, { headers: { "Content-Type": "application/json" } });
    } catch {
      return null;
    }
  };
}
