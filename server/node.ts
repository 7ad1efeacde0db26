import { serve } from "@hono/node-server";
import { startDirectory } from "./node/start.ts";

const { app, host, port, firstLink } = await startDirectory(process.env);
serve({ fetch: app.fetch, hostname: host, port }, (address) => {
  const name = host === "127.0.0.1" ? "localhost" : host;
  console.log(`The directory is at http://${name}:${address.port}`);
  if (firstLink !== null) console.log(`Nobody can sign in yet. Once, as the first admin: ${firstLink}`);
});
