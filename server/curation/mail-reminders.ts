import { and, eq, gte, inArray } from "drizzle-orm";
import { audit, curator } from "#db/schema/catalogue/index.ts";
import type { SendMail } from "#server/contract/mail.ts";
import type { AreaIndex } from "#server/domain/areas.ts";
import { actorName, type Context, requireTimer } from "./context.ts";
import { ringList } from "./ring-list.ts";

/** Days between two reminders. */
const EVERY = 7;

/**
 * Once a week tells those who publish that checks are late: how many, and nothing else. No name, number or word of
 * a listing and no report is ever in an e-mail (curation: "Reports"). Answers how many were sent. Nothing is sent
 * when nothing is late; what is not taken is tried again at the next run.
 */
export async function mailReminders(
  context: Context,
  areas: AreaIndex,
  { mail, origin }: { readonly mail: SendMail | null; readonly origin: string },
): Promise<number> {
  requireTimer(context);
  if (mail === null) return 0;
  const since = new Date(context.now.getTime() - EVERY * 86_400_000).toISOString();
  const [last] = await context.catalogue
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.entity, "reminder"), gte(audit.at, since)))
    .limit(1);
  if (last !== undefined) return 0;
  const office: Context = { ...context, actor: { type: "command-line" } };
  const late = (await ringList(office, areas, null)).filter((row) => row.late > 0).length;
  if (late === 0) return 0;
  const people = await context.catalogue
    .select()
    .from(curator)
    .where(and(inArray(curator.role, ["admin", "publisher"]), eq(curator.disabled, false)));
  const readers = people.filter(({ email }) => !email.endsWith("@localhost"));
  for (const { email } of readers)
    await mail({
      to: email,
      subject: "Checks that are late",
      text: [
        `${late} ${late === 1 ? "check is" : "checks are"} late. The list says whom to ring first.`,
        "",
        `${origin}/curate`,
      ].join("\n"),
    });
  await context.catalogue.insert(audit).values({
    id: crypto.randomUUID(),
    at: context.now.toISOString(),
    actor: actorName(context),
    action: "create",
    entity: "reminder",
    entityId: "late-checks",
    changed: [],
  });
  return readers.length;
}
