import { CHORD_MARGIN } from "./chord.ts";
import { nthSmallest } from "./smallest.ts";

/**
 * Rows that may stand among the first `to` of all that come. The rest is let go as better ones are found, so memory does
 * not grow by what is found but by what is wanted; rows that tie are all kept.
 */
export class FirstRows {
  /** No row with a larger key can stand among the first. */
  limit = Infinity;
  count = 0;
  private readonly to: number;
  private room: number;
  private keys: Float64Array<ArrayBuffer>;
  private places: Float64Array<ArrayBuffer>;

  constructor(to: number) {
    this.to = to;
    this.room = Math.max(64, to * 2);
    this.keys = new Float64Array(this.room);
    this.places = new Float64Array(this.room);
  }

  /** Keeps what lies at a place by its key, which says where it stands in the order, within CHORD_MARGIN. */
  keep(key: number, place: number): void {
    if (this.count === this.room) this.prune();
    if (key > this.limit) return;
    this.keys[this.count] = key;
    this.places[this.count] = place;
    this.count += 1;
  }

  keyAt(at: number): number {
    return this.keys[at] ?? 0;
  }

  placeAt(at: number): number {
    return this.places[at] ?? 0;
  }

  /** Lets go of what can no longer stand among the first. */
  prune(): void {
    const { keys, places, to } = this;
    if (this.count > to && to > 0) {
      this.limit = nthSmallest(keys.slice(0, this.count), to - 1) + CHORD_MARGIN;
      let left = 0;
      for (let at = 0; at < this.count; at++) {
        const key = keys[at] ?? 0;
        keys[left] = key;
        places[left] = places[at] ?? 0;
        if (key <= this.limit) left += 1;
      }
      this.count = left;
    }
    this.room = Math.max(this.room, this.count * 2);
    this.keys = longer(keys, this.room);
    this.places = longer(places, this.room);
  }
}

function longer(numbers: Float64Array<ArrayBuffer>, length: number): Float64Array<ArrayBuffer> {
  if (numbers.length >= length) return numbers;
  const more = new Float64Array(length);
  more.set(numbers);
  return more;
}
