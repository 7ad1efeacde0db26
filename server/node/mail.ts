import { createTransport } from "nodemailer";
import { DirectoryError } from "#server/contract/errors.ts";
import type { SendMail } from "#server/contract/mail.ts";
import type { Environment } from "./stores.ts";

/** How long a mail server may take before the caller is told that it did not, in milliseconds. */
const PATIENCE = 15_000;

/**
 * Sends mail through the server of `SMTP_URL` (`smtps://name:password@host:465`, or `smtp://` with STARTTLS), from
 * `SMTP_FROM`. Null where nobody set both, which is the usual case. Throws for an address that is none.
 * `smtp://` without encryption is for a server on this very machine.
 */
export function mailOf(env: Environment): SendMail | null {
  const [url = "", from = ""] = [env["SMTP_URL"], env["SMTP_FROM"]];
  if (url === "" || from === "") return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== "smtp:" && protocol !== "smtps:")
    throw new Error("SMTP_URL begins with smtp:// or smtps://.");
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  const transport = createTransport({
    url,
    // Links are as good as a key: never over a line that others read.
    requireTLS: protocol === "smtp:" && !isHere,
    ...(isHere ? { ignoreTLS: true } : {}),
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, subject, text }) => {
    try {
      await transport.sendMail({ from, to, subject, text });
    } catch {
      // What the server said may name the address.
      throw new DirectoryError(
        "unavailable",
        "The mail server did not take the message. Hand the link over yourself.",
      );
    }
  };
}
