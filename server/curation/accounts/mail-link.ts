import { eq } from "drizzle-orm";
import { curator } from "#db/schema/catalogue/index.ts";
import { DirectoryError } from "#server/contract/errors.ts";
import type { SendMail } from "#server/contract/mail.ts";
import { type Context, requireAdmin } from "../context.ts";
import { linkCurator } from "./curators.ts";
import { linkAddress } from "./sign-in-links.ts";

/**
 * Makes a one-time link for an account and sends it to its e-mail address. Whoever reads that mailbox can sign in
 * with it: the admin decides. Throws `forbidden`, `not_found`, `unavailable` when mail is not set up or not taken;
 * the link then works all the same and is made anew by hand.
 */
export async function mailLink(
  context: Context,
  id: string,
  { mail, origin }: { readonly mail: SendMail | null; readonly origin: string },
): Promise<void> {
  requireAdmin(context);
  if (mail === null)
    throw new DirectoryError("unavailable", "Mail is not set up here. Hand the link over yourself.");
  const [who] = await context.catalogue.select().from(curator).where(eq(curator.id, id));
  if (who === undefined) throw new DirectoryError("not_found", "There is no such account.");
  const { token } = await linkCurator(context, id);
  await mail({
    to: who.email,
    subject: "Your link",
    text: [
      "Open this link to sign in. It works once, for three days.",
      "",
      linkAddress(origin, token),
      "",
      "If you did not expect this, leave it and tell the one who sent it.",
    ].join("\n"),
  });
}
