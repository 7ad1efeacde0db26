import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { allowHtml, allowScriptUrl } from "#web/trusted-types.ts";

describe("the one policy", () => {
  it("lets through the strings that Leaflet sets, as they stand in its source", () => {
    const leaflet = readFileSync("node_modules/leaflet/dist/leaflet-src.js", "utf8");
    const strings = ["<svg/>", '<span aria-hidden="true">+</span>', '<span aria-hidden="true">&#215;</span>'];
    for (const html of strings) {
      expect(leaflet).toContain(html);
      expect(allowHtml(html)).toBe(html);
    }
  });

  it("refuses every other HTML", () => {
    for (const html of ["<b>x</b>", "<svg/onload=alert(1)>", "<svg/> ", "text"]) {
      expect(() => allowHtml(html)).toThrow(TypeError);
    }
  });

  it("takes scripts from our own origin alone", () => {
    const origin = "https://help.example.org";
    expect(allowScriptUrl("/assets/map-1.js", origin)).toBe("/assets/map-1.js");
    for (const url of [
      "https://other.example/x.js",
      "//other.example/x.js",
      "data:text/javascript,1",
      "blob:x",
    ]) {
      expect(() => allowScriptUrl(url, origin)).toThrow(TypeError);
    }
  });
});
