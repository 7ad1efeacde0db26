/** Rounds the numbers of SVG path data to whole units, so that icons of 256 units become a third smaller. */

/** How many numbers a command takes, and which of them are x and y. */
const SHAPES: Readonly<Record<string, string>> = {
  m: "xy",
  l: "xy",
  t: "xy",
  h: "x",
  v: "y",
  c: "xyxyxy",
  s: "xyxy",
  q: "xyxy",
  a: "rrr01xy",
  z: "",
};

const NUMBER = /-?(?:\d+\.?\d*|\.\d+)/uy;

/** Numbers of one command. The two flags of an arc are one digit each, with or without a space behind. */
function readNumbers(text: string, shape: string): number[] {
  const numbers: number[] = [];
  let at = 0;
  for (;;) {
    while (/[\s,]/u.test(text[at] ?? "x")) at++;
    if (at >= text.length) return numbers;
    const kind = shape[numbers.length % shape.length];
    NUMBER.lastIndex = at;
    const found = kind === "0" || kind === "1" ? text[at] : NUMBER.exec(text)?.[0];
    if (found === undefined) throw new Error(`Not a path: ${text.slice(at)}`);
    numbers.push(Number(found));
    at += found.length;
  }
}

interface Pen {
  x: number;
  y: number;
}

/**
 * The same drawing with whole numbers. Each point is rounded where it really lies, so that the errors of relative
 * steps do not add up: half a unit at most, a twentieth of a pixel in a sign of 20 pixels.
 */
export function roundPath(d: string): string {
  const real: Pen = { x: 0, y: 0 };
  const drawn: Pen = { x: 0, y: 0 };
  let start: [Pen, Pen] = [{ ...real }, { ...drawn }];
  let result = "";
  for (const [, letter = "", values = ""] of d.matchAll(/([a-zA-Z])([^a-zA-Z]*)/gu)) {
    const command = letter.toLowerCase();
    const shape = SHAPES[command];
    if (shape === undefined) throw new Error(`Not a command of a path: ${letter}`);
    const relative = letter === command;
    if (command === "z") {
      Object.assign(real, start[0]);
      Object.assign(drawn, start[1]);
      result += letter;
      continue;
    }
    const numbers = readNumbers(values, shape);
    const written: number[] = [];
    for (let at = 0; at < numbers.length; at += shape.length) {
      const from = { real: { ...real }, drawn: { ...drawn } };
      [...shape].forEach((kind, i) => {
        const value = numbers[at + i] ?? 0;
        if (kind !== "x" && kind !== "y") {
          written.push(kind === "r" ? Math.round(value * 10) / 10 : value);
          return;
        }
        real[kind] = relative ? from.real[kind] + value : value;
        drawn[kind] = Math.round(real[kind]);
        written.push(relative ? drawn[kind] - from.drawn[kind] : drawn[kind]);
      });
      if (command === "m" && at === 0) start = [{ ...real }, { ...drawn }];
    }
    result += letter + written.reduce((text, n) => text + (text === "" || n < 0 ? "" : " ") + String(n), "");
  }
  return result;
}
