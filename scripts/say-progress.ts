/** Milliseconds between two lines on a terminal. */
const EVERY = 1000;
/** What is over within this is not worth a line. */
const QUIET = 2000;

/** How far a long piece of work is, for whoever waits at the command line. */
export interface Progress {
  tell(what: string, done: number, of: number): void;
  /** Ends a line that is still being written over. */
  end(): void;
}

/**
 * Says on the error stream how far something is, once a second at most and nothing at all when it is quick. On a terminal one
 * line is written over the other; in a file each stands alone, one in ten seconds.
 */
export function sayProgress(
  stream: { write(text: string): unknown; readonly isTTY?: boolean } = process.stderr,
  now: () => number = Date.now,
): Progress {
  const began = now();
  const isTerminal = stream.isTTY === true;
  const every = isTerminal ? EVERY : EVERY * 10;
  let said = began + QUIET - every;
  let isOpen = false;
  return {
    tell(what, done, of) {
      if (now() - said < every) return;
      said = now();
      const seconds = Math.round((now() - began) / 1000);
      const share = of > 0 ? ` (${Math.floor((done / of) * 100)} %)` : "";
      const line = `${what}: ${done.toLocaleString("en")} of ${of.toLocaleString("en")}${share}, ${seconds} s`;
      stream.write(isTerminal ? `\r\u001B[2K${line}` : `${line}\n`);
      isOpen = isTerminal;
    },
    end() {
      if (isOpen) stream.write("\r\u001B[2K");
      isOpen = false;
    },
  };
}
