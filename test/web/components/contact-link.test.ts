import { describe, expect, it } from "vitest";
import { CHANNELS } from "#db/vocabulary.ts";
import { contactLink } from "#web/components/contact-link.ts";
import { PHONE } from "../sample-pages.ts";

describe("the button of a contact", () => {
  it.each([
    ["phone", "tel:+6653123456"],
    ["sms", "sms:+6653123456"],
    ["whatsapp", "https://wa.me/6653123456"],
  ] as const)("opens %s with what may be dialled", (channel, href) => {
    expect(contactLink({ ...PHONE, channel }, "TH")?.href).toBe(href);
  });

  it("is not there when nothing may be dialled", () => {
    for (const channel of CHANNELS) expect(contactLink({ ...PHONE, channel, dial: null }, "TH")).toBeNull();
  });

  it("never opens an e-mail, and no address that is not a web page", () => {
    expect(contactLink({ ...PHONE, channel: "email", value: "a@example.org" }, "TH")).toBeNull();
    expect(contactLink({ ...PHONE, channel: "form", value: "javascript:alert(1)" }, "TH")).toBeNull();
    expect(contactLink({ ...PHONE, channel: "form", value: "https://example.org/f" }, "TH")?.href).toBe(
      "https://example.org/f",
    );
  });
});
