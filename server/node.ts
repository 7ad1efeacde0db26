import { serve } from "@hono/node-server";
import { StoreError } from "#db/store-failure.ts";
import { placeToListen, whyNotListen } from "./node/place-to-listen.ts";
import { startDirectory } from "./node/start.ts";

/** Milliseconds: who sends a request drop by drop does not hold a connection for long. A large file takes its time. */
const PATIENCE = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16_384,
};

const taken = await whyNotListen(placeToListen(process.env));
if (taken !== null) {
  console.error(taken);
  process.exit(1);
}

const started = await startDirectory(process.env).catch((error: unknown) => {
  if (!(error instanceof StoreError)) throw error;
  console.error(error.message);
  process.exit(1);
});
const { app, host, port, office, trouble } = started;
serve({ fetch: app.fetch, hostname: host, port, serverOptions: PATIENCE }, (address) => {
  const name = host === "127.0.0.1" ? "localhost" : host;
  console.log(`The directory is at http://${name}:${address.port}`);
  if (trouble !== null)
    console.error(
      `${trouble}\nThe public side serves what was last published. The back office opens by itself.`,
    );
  if (office === null) return;
  const { firstLink, recoveryKey, oddClock } = office;
  if (oddClock !== null) console.error(oddClock);
  if (firstLink !== null) console.log(`Nobody can sign in yet. Once, as the first admin: ${firstLink}`);
  if (recoveryKey !== null)
    console.log(`Recovery key, shown this once: write it on paper. It opens backups: ${recoveryKey}`);
});
