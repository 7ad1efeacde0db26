import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";

/**
 * Files that only one key opens, in the age format (https://age-encryption.org/v1): the `age` command opens them
 * as well, so that nothing kept this way depends on Waymark. The directory keeps the recipient, which can seal and
 * cannot open; the key itself is shown to a person once.
 */

/** A new key: `AGE-SECRET-KEY-1…`, 74 characters, to be written down; and its recipient, `age1…`. */
export async function makeSealingKey(): Promise<{ readonly key: string; readonly recipient: string }> {
  const key = await generateIdentity();
  return { key, recipient: await identityToRecipient(key) };
}

/** The recipient of a key; null for what is no key. Spaces and the case of letters do not count. */
export async function recipientOf(key: string): Promise<string | null> {
  try {
    return await identityToRecipient(tidyKey(key));
  } catch {
    return null;
  }
}

/** A key as somebody typed it from paper. */
export const tidyKey = (typed: string): string => typed.replaceAll(/\s+/gu, "").toUpperCase();

/** Seals bytes for each of the recipients: any one of their keys opens them. */
export async function seal(
  bytes: ReadableStream<Uint8Array>,
  recipients: readonly string[],
): Promise<ReadableStream<Uint8Array>> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/** Opens what `seal` made. Throws `WrongKeyError` when this key does not open it; a broken file fails while it is read. */
export async function unseal(
  bytes: ReadableStream<Uint8Array>,
  key: string,
): Promise<ReadableStream<Uint8Array>> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(tidyKey(key));
    return await decrypter.decrypt(bytes);
  } catch (error) {
    throw new WrongKeyError("This key does not open this file.", { cause: error });
  }
}

export class WrongKeyError extends Error {}

/** How every sealed file begins. */
const HEAD = "age-encryption.org/v1\n";

/** Whether a file is sealed, from its first bytes. */
export const isSealed = (start: Uint8Array): boolean =>
  new TextDecoder().decode(start.subarray(0, HEAD.length)) === HEAD;
