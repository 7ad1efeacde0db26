import * as fc from "fast-check";

/** How many tries a property gets: few in the suite, many in `npm run soak`. */
export const runs = (few: number): number => {
  const times = Number(process.env["SOAK"] ?? "0");
  return times > 0 ? few * times : few;
};

/** Stands in everything that is sent; no answer may hold it. */
export const MARKER = "zqfuzzmarker";

/** Text that people, programs and attackers send. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    "../../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%c0%ae%c0%ae/",
    "\u0000",
    "\uD800",
    "\u202Egnp.exe",
    "ﷺ".repeat(30),
    "e\u0301".repeat(200),
    "ß".repeat(300),
    "İ".repeat(300),
    "__proto__",
    "constructor.prototype",
    "' or 1=1 --",
    '"; drop table listing; --',
    "<script>alert(1)</script>",
    "{{7*7}}",
    "${7*7}",
    "=cmd|' /C calc'!A0",
    "a".repeat(5_000),
    "(".repeat(2_000),
    "%".repeat(400),
    "-".repeat(3_000),
    "1e999",
    "-0",
    "NaN",
    "99999999999999999999",
    "2026-02-30",
    "TH-50",
    "en",
  ),
);

/** Names that routes read, so that some of what is sent comes further than the door. */
const FIELDS = [
  ..."area areas listing kind q id code name names email role token base changes text texts lang need answer answers".split(
    " ",
  ),
  ..."decision reason message note from to until person organization criterion file page country title body key".split(
    " ",
  ),
  ..."settings languages url paused version entry rows fields value days move where who contact channel".split(
    " ",
  ),
];

/** JSON with the keys that break careless programs. */
export const nastyJson: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 5 }),
  fc
    .dictionary(
      fc.oneof(nasty, fc.constantFrom("__proto__", "constructor", ...FIELDS)),
      fc.oneof(fc.jsonValue(), nasty, fc.array(nasty, { maxLength: 3 })),
    )
    .map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    "[".repeat(5_000) + "]".repeat(5_000),
    `{"a":`.repeat(3_000) + "1" + "}".repeat(3_000),
    "{",
    "null",
    '"\\ud800"',
    "1e400",
  ),
  nasty,
);

/** A form as browsers send it with the boundary "x", with fields and a file that may be anything. */
export const nastyForm: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(
      fc.constantFrom("file", "files", "sheet", ...FIELDS),
      fc.option(fc.constantFrom("a.csv", "a.xlsx", "a.json", "a.geojson", "a.pdf", "../a.ndjson"), {
        nil: null,
      }),
      fc.oneof(nasty, nastyJson, fc.constantFrom("PK\u0003\u0004", "%PDF-1.7", "name,area\n=1+1,TH-50")),
    ),
    { maxLength: 4 },
  )
  .map(
    (parts) =>
      `${parts
        .map(
          ([name, file, content]) =>
            `--x\r\nContent-Disposition: form-data; name="${name}"${file === null ? "" : `; filename="${file}"\r\nContent-Type: application/octet-stream`}\r\n\r\n${content}\r\n`,
        )
        .join("")}--x--\r\n`,
  );
