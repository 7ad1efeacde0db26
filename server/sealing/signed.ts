/**
 * Signatures of what the directory publishes, so that a copy (a kept area, a stick, another directory's) can be
 * checked without the site. Ed25519 by the runtime's own WebCrypto (RFC 8032; Node and workerd alike): the same
 * bytes under the same key have the same signature, so that signing moves nothing public by itself.
 */

const ALGORITHM = "Ed25519";

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

/** A new signing key: PKCS #8, base64. It stays in the catalogue. */
export async function makeSigningKey(): Promise<string> {
  const pair = (await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"])) as CryptoKeyPair;
  return toBase64(new Uint8Array(await crypto.subtle.exportKey("pkcs8", pair.privateKey)));
}

/** The public half of a signing key: 32 bytes, base64. */
export async function publicKeyOf(signingKey: string): Promise<string> {
  const key = await crypto.subtle.importKey("pkcs8", fromBase64(signingKey), ALGORITHM, true, ["sign"]);
  const { x = "" } = await crypto.subtle.exportKey("jwk", key);
  return toBase64(fromBase64(x.replaceAll("-", "+").replaceAll("_", "/")));
}

/** The signature of a text: 64 bytes, base64. */
export async function sign(text: string, signingKey: string): Promise<string> {
  const key = await crypto.subtle.importKey("pkcs8", fromBase64(signingKey), ALGORITHM, false, ["sign"]);
  return toBase64(new Uint8Array(await crypto.subtle.sign(ALGORITHM, key, new TextEncoder().encode(text))));
}

/** Whether a text was signed with the key of this public half. False for anything that cannot be read, too. */
export async function isSignedBy(text: string, signature: string, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("raw", fromBase64(publicKey), ALGORITHM, false, ["verify"]);
    return await crypto.subtle.verify(ALGORITHM, key, fromBase64(signature), new TextEncoder().encode(text));
  } catch {
    return false;
  }
}

/** Signs of Crockford's alphabet: no I, L, O or U, so that a fingerprint can be read aloud and typed. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * What of a key is printed and compared by eye: the first 100 bits of its SHA-256, in five groups of four signs.
 * Too long to find another key with the same one.
 */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", fromBase64(publicKey)));
  let bits = 0n;
  for (const byte of digest.subarray(0, 13)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let signs = "";
  for (let at = 19; at >= 0; at -= 1) signs += SIGNS.charAt(Number((bits >> BigInt(at * 5)) & 31n));
  return (signs.match(/.{4}/gu) ?? []).join(" ");
}

/** Whether what somebody typed from paper is this fingerprint. Spaces, case and look-alikes do not count. */
export function isFingerprint(typed: string, fingerprint: string): boolean {
  const plain = (text: string) =>
    text.toUpperCase().replaceAll(/[\s-]/gu, "").replaceAll("O", "0").replaceAll(/[IL]/gu, "1");
  return plain(typed) === plain(fingerprint);
}
