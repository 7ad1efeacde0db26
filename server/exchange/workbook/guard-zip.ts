import { DirectoryError } from "#server/contract/errors.ts";

/** What a workbook may unpack to, in bytes: a few thousand services with all their answers are a tenth of it. */
const MOST_UNPACKED = 80_000_000;
const MOST_FILES = 2_000;

const END = 0x06054b50;
const ENTRY = 0x02014b50;

/**
 * Refuses an archive before it is unpacked when its own list says that it would not fit: a few kilobytes can hold
 * gigabytes of nothing. The reader unpacks into buffers of the sizes in this list, so that a list that lies gives
 * cut-off files and no more memory. Throws `bad_request` and `too_large`.
 */
export function guardZip(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) throw noWorkbook();
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (count > MOST_FILES) throw tooLarge();
  for (let n = 0; n < count; n += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) throw noWorkbook();
    total += view.getUint32(at + 24, true);
    if (total > MOST_UNPACKED) throw tooLarge();
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Where the list of files ends: in the last 64 kB, behind it only a comment. */
function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= first; at -= 1) if (view.getUint32(at, true) === END) return at;
  return null;
}

const noWorkbook = () =>
  new DirectoryError("bad_request", "This file cannot be read as a workbook (.xlsx).", {
    files: "is not a workbook",
  });
const tooLarge = () =>
  new DirectoryError("too_large", "This workbook would unpack to more than can be read.");
