import { createReadStream } from "node:fs";
import path from "node:path";
import { DirectoryError } from "#server/contract/errors.ts";
import { sourceLines } from "./source-lines.ts";
import { bytesOf, type Tell, type ToPart } from "./source-part.ts";
import type { Spool } from "./spool.ts";

/** Whether a JSON file is a list with one service a line. */
export async function isListOfLines(file: string): Promise<boolean> {
  let start = "";
  for await (const chunk of createReadStream(file, { end: 99 })) start += (chunk as Buffer).toString("utf8");
  return /^\uFEFF?\[\r?\n\{"/u.test(start);
}

/** Keeps HSDS services, one a line, by organization. Throws `bad_request` naming the line. */
export async function spoolJsonLines(file: string, spool: Spool, tell: Tell): Promise<ToPart> {
  const name = path.basename(file);
  for await (const { line, text, done, of } of sourceLines(file)) {
    tell("reading", done, of);
    // A list with one service a line, as `export hsds-json` writes it, is lines with a comma behind them.
    const own = text.trim().replace(/,$/u, "");
    if (own === "" || own === "[" || own === "]") continue;
    let value: unknown;
    try {
      value = JSON.parse(own);
    } catch {
      throw new DirectoryError("bad_request", `${name}, line ${line}: this is not one JSON object.`);
    }
    const service = value as { organization?: { id?: unknown }; organization_id?: unknown } | null;
    const organization = service?.organization?.id ?? service?.organization_id;
    if (typeof organization !== "string")
      throw new DirectoryError("bad_request", `${name}, line ${line}: this service names no organization.`);
    await spool.put({ part: organization, table: 0, line, text: own });
  }
  return (lines) => ({
    files: [{ name: `${name}.json`, bytes: bytesOf(`[${lines.map(({ text }) => text).join(",")}]`) }],
    lineOf: (text) => ({
      file: name,
      row: (lines.find((item) => item.text.includes(text)) ?? lines[0])?.line,
    }),
    place({ row, column }) {
      // `[3].phones[0]`: the fourth line of the part.
      const at = Number(/^\$?\[?(\d+)\]?/u.exec(String(row ?? ""))?.[1] ?? Number.NaN);
      return { file: name, row: lines[at]?.line ?? row, column, ofAll: false };
    },
  });
}
