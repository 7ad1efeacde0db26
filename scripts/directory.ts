import { DirectoryError } from "#server/contract/errors.ts";
import { failureWords, StoreError, storeFailure } from "#db/store-failure.ts";
import { areas } from "./verbs/areas.ts";
import { baseMap } from "./verbs/base-map.ts";
import { backup } from "./verbs/backup.ts";
import { check } from "./verbs/check.ts";
import { demo } from "./verbs/demo.ts";
import { feeds } from "./verbs/feeds.ts";
import { exportVerb } from "./verbs/export.ts";
import { freeze, unfreeze } from "./verbs/freeze.ts";
import { importRecords } from "./verbs/import.ts";
import { migrate } from "./verbs/migrate.ts";
import { publish } from "./verbs/publish.ts";
import { recoveryKey } from "./verbs/recovery-key.ts";
import { restore } from "./verbs/restore.ts";
import { stats } from "./verbs/stats.ts";
import { status } from "./verbs/status.ts";
import { suspend } from "./verbs/suspend.ts";
import { texts } from "./verbs/texts.ts";
import { user } from "./verbs/user.ts";
import { verify } from "./verbs/verify.ts";
import { UsageError, type Verb } from "./verbs/verb.ts";

/** `npm run -s directory -- <verb> …` (interface: "Command line"). */
const VERBS: readonly Verb[] = [
  importRecords,
  exportVerb,
  feeds,
  publish,
  suspend,
  freeze,
  unfreeze,
  texts,
  areas,
  baseMap,
  stats,
  check,
  status,
  demo,
  migrate,
  backup,
  restore,
  recoveryKey,
  user,
  verify,
];

async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined || name === "--help" || name === "help") return help();
  const verb = VERBS.find((candidate) => candidate.name === name);
  if (verb === undefined) {
    console.error(`There is no such verb. Known: ${VERBS.map((known) => known.name).join(", ")}.`);
    return 2;
  }
  if (args.includes("--help")) return help(verb);
  try {
    return await verb.run(args, process.env);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      console.error(`${error.message}\nUsage: ${verb.usage}`);
      return 2;
    }
    if (error instanceof DirectoryError) {
      console.error(error.message);
      return 1;
    }
    const failure = storeFailure(error);
    if (error instanceof StoreError || failure !== null) {
      console.error(error instanceof StoreError || failure === null ? message(error) : failureWords(failure));
      return 1;
    }
    throw error;
  }
}

function help(only?: Verb): number {
  console.log("npm run -s directory -- <verb> …\n");
  for (const verb of only === undefined ? VERBS : [only]) console.log(`${verb.usage}\n    ${verb.summary}`);
  return 0;
}

const message = (error: unknown) => (error instanceof Error ? error.message : "");

/** Node's own argument reader says what is wrong with an option. */
function isParseArgsError(error: unknown): error is Error {
  return error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

// Who reads the first lines alone (`| head`) closes the pipe; that is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await main(process.argv.slice(2));
