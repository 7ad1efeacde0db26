/**
 * What the back office's worker does with one waiting change, in a process whose memory is bounded from outside. Says
 * what it held at most, in MB.
 */
import { catalogueOverHttp } from "#db/client-web-catalogue.ts";
import { inboxOverHttp, publishedOverHttp } from "#db/client-web.ts";
import { runScheduled } from "#server/curation/scheduled.ts";
import { loadAreas } from "#server/node/areas.ts";
import { compress } from "#server/node/compress.ts";

const from = (name: string) => process.env[name] ?? "";
const stores = {
  catalogue: catalogueOverHttp(from("CATALOGUE_URL"), from("CATALOGUE_TOKEN")),
  published: publishedOverHttp(from("PUBLISHED_URL"), from("PUBLISHED_TOKEN")),
  inbox: inboxOverHttp(from("INBOX_URL"), from("INBOX_TOKEN")),
};
let most = 0;
const look = () => {
  const { heapUsed, external } = process.memoryUsage();
  most = Math.max(most, heapUsed + external);
};
const before = process.memoryUsage();
const timer = setInterval(look, 5);
await runScheduled(stores, new Date("2026-11-21T12:01:00Z"), { areas: loadAreas(), compress });
look();
clearInterval(timer);
console.log(JSON.stringify({ before: (before.heapUsed + before.external) / 1e6, most: most / 1e6 }));
