/** Milliseconds between two lines where there is no terminal to draw a bar on. */
const EVERY_MS = 5000;
const WIDTH = 30;

/** Shows how far a long run is, on the error stream: a bar on a terminal, a line now and then elsewhere. */
export function progress(
  out: { write(text: string): unknown; readonly isTTY?: boolean } = process.stderr,
  now: () => number = Date.now,
): (what: string, done: number, of: number) => void {
  let said = now();
  let last = "";
  return (what, done, of) => {
    const share = of === 0 ? 1 : Math.min(1, done / of);
    const percent = `${Math.floor(share * 100)} %`;
    if (out.isTTY === true) {
      const full = Math.round(share * WIDTH);
      const bar = `${what} [${"#".repeat(full)}${"-".repeat(WIDTH - full)}] ${percent}`;
      if (bar !== last) out.write(`\r${bar}${done >= of ? "\n" : ""}`);
      last = bar;
    } else if (now() - said >= EVERY_MS) {
      said = now();
      out.write(`${what}: ${percent}\n`);
    }
  };
}
