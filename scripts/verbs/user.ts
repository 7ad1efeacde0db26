import { parseArgs } from "node:util";
import { isRole } from "#server/curation/accounts/roles.ts";
import {
  addCurator,
  disableCurator,
  linkCurator,
  listCurators,
  removeCurator,
} from "#server/curation/accounts/curators.ts";
import { linkAddress } from "#server/curation/accounts/sign-in-links.ts";
import type { Environment } from "#server/node/stores.ts";
import { openSession } from "./session.ts";
import { UsageError, type Verb } from "./verb.ts";

const OPTIONS = {
  role: { type: "string" },
  name: { type: "string" },
  organization: { type: "string" },
  until: { type: "string" },
  reset: { type: "boolean", default: false },
} as const;

/** Accounts of the back office. `add` and `link` print a one-time sign-in link. */
export const user: Verb = {
  name: "user",
  summary: "accounts of the back office; add and link print a one-time sign-in link",
  usage:
    "user add EMAIL --role admin|publisher|editor|practitioner [--name …] [--organization ID] [--until DATE] | user list | user disable EMAIL | user enable EMAIL | user remove EMAIL | user link EMAIL [--reset]",
  async run(args, env) {
    const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
    const [what, email] = positionals;
    if (what === "list") return list(env);
    if (email === undefined) throw new UsageError("Say what to do and for which e-mail address.");
    const { context } = await openSession(env);
    const show = (token: string) =>
      console.log(`Sign-in link, good once and for three days:\n${linkAddress(origin(env), token)}`);
    if (what === "remove") {
      await removeCurator(context, email);
      console.log("The account is gone. History keeps its role and number.");
    } else if (what === "add") {
      const { role, name, organization, until } = values;
      if (role === undefined || !isRole(role))
        throw new UsageError("Name a role: admin, publisher, editor or practitioner.");
      const { token } = await addCurator(context, {
        email,
        role,
        ...(name === undefined ? {} : { name }),
        ...(organization === undefined ? {} : { organizationId: organization }),
        ...(until === undefined ? {} : { endsOn: until }),
      });
      show(token);
    } else if (what === "link") show((await linkCurator(context, email, { reset: values.reset })).token);
    else if (what === "disable" || what === "enable") {
      await disableCurator(context, email, what === "disable");
      console.log(what === "disable" ? "The account is closed." : "The account is open.");
    } else throw new UsageError("There is no such thing to do with an account.");
    return 0;
  },
};

async function list(env: Environment): Promise<number> {
  const { context } = await openSession(env);
  for (const { email, role, disabled, endsOn, organizationId } of await listCurators(context)) {
    const more = [disabled ? "closed" : "", endsOn === null ? "" : `until ${endsOn}`, organizationId ?? ""];
    console.log([email, role, ...more.filter((word) => word !== "")].join("\t"));
  }
  return 0;
}

const origin = (env: Environment): string => env["CURATE_URL"] ?? `http://localhost:${env["PORT"] ?? "8787"}`;
