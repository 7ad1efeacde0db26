import { serve } from "@hono/node-server";
import { StoreError } from "#db/store-failure.ts";
import { startDirectory } from "./node/start.ts";

const started = await startDirectory(process.env).catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exit(1);
});
const { app, host, port, firstLink, recoveryKey } = started;
serve({ fetch: app.fetch, hostname: host, port }, (address) => {
  const name = host === "127.0.0.1" ? "localhost" : host;
  console.log(`The directory is at http://${name}:${address.port}`);
  if (firstLink !== null) console.log(`Nobody can sign in yet. Once, as the first admin: ${firstLink}`);
  if (recoveryKey !== null)
    console.log(`Recovery key, shown this once: write it on paper. It opens backups: ${recoveryKey}`);
});
