import { describe, expect, test } from "vitest";
import { passOnAddress, passOnButton } from "#web/curate/desk/sharing/pass-on-link.ts";

describe("passing the directory on", () => {
  test("a link names the language, an area or a listing's code, and nothing else", () => {
    expect(passOnAddress("https://help.example.org/anything?x=1", { lang: "th" })).toBe(
      "https://help.example.org/th/",
    );
    expect(passOnAddress("https://help.example.org", { lang: "th", area: "TH-50" })).toBe(
      "https://help.example.org/th/area/TH-50",
    );
    expect(passOnAddress("https://help.example.org", { lang: "en", code: "K7Q2M-4" })).toBe(
      "https://help.example.org/en/#K7Q2M-4",
    );
  });

  test("a button opens our page in its own tab without a referrer, and cannot be made to run anything", () => {
    const button = passOnButton("https://help.example.org", { lang: "en" }, 'Help <script>"&');
    expect(button).toBe(
      '<a href="https://help.example.org/en/" target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">Help &lt;script&gt;&quot;&amp;</a>',
    );
    expect(button).not.toMatch(/<(?:iframe|script)/u);
  });
});
