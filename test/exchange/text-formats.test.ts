import { describe, expect, it } from "vitest";
import { parseCsv } from "#server/exchange/csv.ts";
import { decodeText } from "#server/exchange/decode-text.ts";
import { readText } from "#server/exchange/free-text.ts";
import { serviceCodes } from "#server/exchange/jordan/service-codes.ts";
import { parseJson } from "#server/exchange/json.ts";
import { languageCode } from "#server/exchange/languages.ts";
import { lookUp } from "#server/exchange/look-up.ts";
import { ProblemList, shown } from "#server/exchange/problem-list.ts";
import { readClock } from "#server/exchange/read-clock.ts";
import { readEmail, readNumber, readUrl } from "#server/exchange/read-contact.ts";
import { readDate } from "#server/exchange/read-date.ts";
import { readPoint } from "#server/exchange/read-point.ts";
import { serviceOfTerm } from "#server/exchange/service-terms.ts";
import { SQUARES } from "./test-areas.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("bytes", () => {
  it("are read as UTF-8, and as Windows-1252 with a note when they are not", () => {
    const problems = new ProblemList();
    expect(decodeText({ name: "a.csv", bytes: bytes("Straße") }, problems)).toBe("Straße");
    expect(problems.all).toEqual([]);
    expect(
      decodeText({ name: "a.csv", bytes: new Uint8Array([0x43, 0x61, 0x66, 0xe9, 0x20, 0x80]) }, problems),
    ).toBe("Café €");
    expect(problems.all).toMatchObject([{ level: "note", code: "windows-1252", file: "a.csv" }]);
  });

  it("with null bytes or in UTF-16 are refused", () => {
    for (const content of [
      [0x61, 0, 0x62],
      [0xff, 0xfe, 0x61, 0],
    ]) {
      const problems = new ProblemList();
      expect(decodeText({ name: "a.csv", bytes: new Uint8Array(content) }, problems)).toBeNull();
      expect(problems.all).toMatchObject([{ level: "error", code: "encoding" }]);
    }
  });
});

describe("CSV", () => {
  it("keeps the line on which a record starts across quoted line ends, CRLF and empty lines", () => {
    const { rows, faults } = parseCsv('\uFEFFa,b\r\n1,"x\r\ny, ""z"""\r\n\r\n3,4\r\n\r\n');
    expect(faults).toEqual([]);
    expect(rows).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["1", 'x\r\ny, "z"'] },
      { line: 5, cells: ["3", "4"] },
    ]);
  });

  it("keeps empty cells and a last line without an end", () => {
    expect(parseCsv('a,,""\n,,').rows.map((row) => row.cells)).toEqual([
      ["a", "", ""],
      ["", "", ""],
    ]);
  });

  it("names the line of a quotation mark that is never closed", () => {
    expect(parseCsv('a,b\n1,"x\n2,3\n').faults).toMatchObject([{ line: 2 }]);
  });
});

describe("JSON", () => {
  it.each([
    ['{\n"a": 1,\n}', 3, "comma before a closing bracket"],
    ["[\n1,\n2,\n]", 4, "comma before a closing bracket"],
    ["{\n'a': 1}", 2, "single quotation marks"],
    ['{"a": [1, 2}', 1, "does not belong"],
    ['{"a":\n', 2, "ends too early"],
    ["[1] 2", 1, "does not belong"],
    ["", 1, "ends too early"],
  ])("names the line of the fault in %j", (text, row, words) => {
    const problems = new ProblemList();
    expect(parseJson(text, "a.json", problems)).toBeUndefined();
    expect(problems.all).toMatchObject([{ level: "error", code: "json", row }]);
    expect(problems.all[0]?.message).toContain(words);
  });

  it("reads what is valid, with a byte order mark as well", () => {
    const problems = new ProblemList();
    expect(parseJson('\uFEFF{"a":[1,-2.5e3,"\\u0e01",true,null,{}]}', "a.json", problems)).toEqual({
      a: [1, -2500, "ก", true, null, {}],
    });
    expect(problems.all).toEqual([]);
  });
});

describe("dates", () => {
  it.each([
    ["2014-02-28", "2014-02-28"],
    ["2016-02-29", "2016-02-29"],
    ["2023-03-15T10:30:45.123Z", "2023-03-15"],
    ["December 24, 2014", "2014-12-24"],
    ["24 Dec 2014", "2014-12-24"],
    ["13/11/2014", "2014-11-13"],
  ])("reads %s", (text, date) => {
    expect(readDate(text, "unknown")).toMatchObject({ date });
  });

  it.each(["2014-02-30", "2015-02-29", "13/27/2014", "24/24/14", "0/1/2014", "soon", "Mayday 3, 2014"])(
    "calls %s an error",
    (text) => {
      expect(readDate(text, "unknown")).toMatchObject({ level: "error", code: "date" });
    },
  );

  it("holds what could be read in two ways: two-digit years, day and month, unbelievable years", () => {
    expect(readDate("1/24/70", "month-first")).toMatchObject({ level: "held", code: "date-two-digit-year" });
    expect(readDate("3/4/2014", "unknown")).toMatchObject({ level: "held", code: "date-order" });
    expect(readDate("3/4/2014", "month-first")).toEqual({ date: "2014-03-04" });
    expect(readDate("24/2/2014", "month-first")).toMatchObject({ level: "error" });
    expect(readDate("January 01, 0001", "unknown")).toMatchObject({ level: "held", code: "date-year" });
  });
});

describe("times of day", () => {
  it.each([
    ["9am", "09:00"],
    ["4:00 PM", "16:00"],
    ["12:30 p.m.", "12:30"],
    ["08:00", "08:00"],
    ["18:00:00", "18:00"],
    ["24:00", "24:00"],
  ])("reads %s", (text, time) => expect(readClock(text)).toEqual({ time }));

  it("reads 13:00pm and calls it odd", () => {
    expect(readClock("13:00pm")).toMatchObject({ time: "13:00", odd: expect.any(String) as string });
  });

  it.each(["13:00am", "12:00am", "25:00", "9:75", "nine", "9"])("does not read %s", (text) => {
    expect(readClock(text)).toHaveProperty("reason");
  });
});

describe("numbers and addresses in cells", () => {
  it.each(["1300", "02 123 4567", "+66 (0)2-123-4567", "03-8000 8000", "703-555-1212 ext. 123", "*123#"])(
    "keeps %s as typed",
    (text) => {
      expect(readNumber(` ${text} `)).toEqual({ value: text });
    },
  );

  it.each([
    ["02 123 4567, 02 123 4568", "number-several"],
    ["02 123 4567 / 089 123 4567", "number-several"],
    ["021234567 or 021234568", "number-several"],
    ["02 123 4567 (ask for Ann)", "number-text"],
    ["call the office", "number-text"],
    ["๐๒ ๑๒๓ ๔๕๖๗", "number-local-digits"],
    ["٠٦٥٥٥", "number-local-digits"],
  ])("does not take %s for a number", (text, code) => expect(readNumber(text)).toMatchObject({ code }));

  it("takes one address and no more", () => {
    expect(readEmail("help@example.org")).toEqual({ value: "help@example.org" });
    expect(readEmail("a@example.org, b@example.org")).toHaveProperty("code", "email-several");
    expect(readEmail("n/a")).toHaveProperty("code", "email-text");
    expect(readUrl("www.example.org/a")).toBe("https://www.example.org/a");
    expect(readUrl("javascript:alert(1)")).toBeUndefined();
    expect(readUrl("https://user:pass@example.org")).toBeUndefined();
  });
});

describe("points", () => {
  it("in the country are kept", () =>
    expect(readPoint("13", "101", "XA", SQUARES)).toEqual({ latitude: 13, longitude: 101 }));

  it("that lie in the country the other way round are called swapped and not turned", () => {
    expect(readPoint("101", "13", "XA", SQUARES)).toMatchObject({ code: "point-swapped" });
  });

  it.each([
    ["40", "2", "point-outside"],
    ["0", "0", "point-zero"],
    ["north", "101", "point-impossible"],
    ["13,5", "101", "point-impossible"],
  ])("%s, %s is %s", (latitude, longitude, code) => {
    expect(readPoint(latitude, longitude, "XA", SQUARES)).toMatchObject({ code });
  });
});

describe("free text", () => {
  it("loses its markup and what scripts hold, and keeps its lines", () => {
    expect(readText("<p>Food &amp; beds</p><script>x()</script><b>now</b>")).toMatchObject({
      text: "Food & beds\n now",
      hadMarkup: true,
    });
    expect(readText("under < 5 years & over > 3").text).toBe("under < 5 years & over > 3");
  });

  it("is known to name staff when it holds an e-mail address", () => {
    expect(readText("write to ann.lee@example.org").mayNameStaff).toBe(true);
    expect(readText("come @ 9").mayNameStaff).toBe(false);
  });

  it("is shown in reports without control and direction characters, shortened", () => {
    expect(shown("a\u202Eb\u001B[31m\nc")).toBe("“a b [31m c”");
    expect([...shown("x".repeat(500))]).toHaveLength(62);
  });
});

describe("tables that files choose the key of", () => {
  it("do not find what every object inherits", () => {
    expect(lookUp({ a: 1 }, "a")).toBe(1);
    expect(languageCode("constructor")).toBeUndefined();
    expect(serviceOfTerm("constructor", new Set())).toBeUndefined();
    expect(serviceCodes("toString", ["constructor", "Clothing"])).toEqual({
      codes: ["clothing-hygiene"],
      unmapped: ["constructor"],
    });
  });
});
