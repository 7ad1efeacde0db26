/**
 * A digest of a set: the sum of its members' SHA-256 digests modulo 2^256, in hex. It does not depend on the
 * order of the members, and one member comes or goes without reading the others.
 */
const MODULUS = 1n << 256n;

export function addDigest(sum: string, digest: string): string {
  return ((BigInt(`0x${sum}`) + BigInt(`0x${digest}`)) % MODULUS).toString(16);
}

export function removeDigest(sum: string, digest: string): string {
  return ((BigInt(`0x${sum}`) - BigInt(`0x${digest}`) + MODULUS) % MODULUS).toString(16);
}
