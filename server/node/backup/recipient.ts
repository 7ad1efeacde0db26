import { openClient } from "#db/client.ts";
import { type Environment, storeAddress } from "../stores.ts";

/**
 * What backups are sealed for, read from a catalogue whose tables may be those of an earlier release; null when
 * there is none.
 */
export async function recipientInStore(env: Environment): Promise<string | null> {
  const client = openClient(storeAddress("catalogue", env));
  try {
    const { rows } = await client.execute("select value from office_secret where id = 'recovery'");
    const value = rows[0]?.["value"];
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  } finally {
    client.close();
  }
}
