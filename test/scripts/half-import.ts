/** Begins to write a streamed import, says so after some organizations, and waits there to be killed. */
import { writeRecords } from "#server/curation/write-records.ts";
import { loadAreaFinder } from "#server/node/area-finder.ts";
import { readStream } from "../../scripts/import-stream/read-stream.ts";
import { openSession } from "../../scripts/verbs/session.ts";

const SOME = 20;
const [file = ""] = process.argv.slice(2);
const session = await openSession(process.env);
const areas = loadAreaFinder(session.areas);
const stream = await readStream(
  file,
  { format: "auto", areas, country: "TH", defaultScope: "general", source: "hsds" },
  () => undefined,
);
async function* halfway() {
  let count = 0;
  for await (const record of stream.records(false)) {
    yield record;
    count += 1;
    if (count < SOME) continue;
    process.stdout.write("halfway\n");
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  }
}
await writeRecords(session.context, stream.source, halfway(), { origin: "import" });
