/** Values by key, up to a number of bytes: what was used longest ago goes first. */
export class HeldBytes<T> {
  /** Those used last at the end. */
  readonly #held = new Map<string, { readonly value: T; readonly bytes: number }>();
  readonly #most: () => number;
  #bytes = 0;

  /** `most`: how many bytes may be held, asked each time something comes. */
  constructor(most: () => number) {
    this.#most = most;
  }

  /** The value of a key, which counts as used now. */
  get(key: string): T | undefined {
    const known = this.#held.get(key);
    if (known === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, known);
    return known.value;
  }

  /** Holds a value of so many bytes, in the place of one under the same key: two may have read it at once. */
  set(key: string, value: T, bytes: number): void {
    this.#drop(key);
    this.#held.set(key, { value, bytes });
    this.#bytes += bytes;
    for (const oldest of this.#held.keys()) {
      if (this.#bytes <= this.#most()) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#held.get(key)?.bytes ?? 0;
    this.#held.delete(key);
  }
}
