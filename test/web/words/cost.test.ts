import { describe, expect, it } from "vitest";
import { costSentences } from "#web/words/cost-sentences.ts";
import { costLine } from "#web/words/cost.ts";
import { aListing, en, th } from "./a-listing.ts";

const costs = (...codes: string[]) =>
  aListing({ answers: { cost: Object.fromEntries(codes.map((code) => [code, "yes" as const])) } });

describe("cost", () => {
  it("says that nothing is paid back when it is free", () => {
    expect(costLine(en, costs("free"), null)).toBe("Free");
    expect(costSentences(en, costs("free"))).toEqual(["Free. You don’t pay anything back."]);
    expect(costSentences(th, costs("free"))).toEqual(["ไม่เสียเงิน คุณไม่ต้องจ่ายคืนอะไร"]);
  });

  it("calls a loan a loan", () => {
    expect(costLine(en, costs("repay"), null)).toBe("You pay this back");
    expect(
      costSentences(en, costs("repay"), [
        { option: "repay", amount: 5000, currency: "THB", description: null },
      ]),
    ).toEqual(["This is a loan of 5,000 baht. You pay this back."]);
  });

  it("names the amount of a fee, and who is free of it", () => {
    const fee = { amount: 30, currency: "THB" };
    expect(costLine(en, costs("fee"), fee)).toBe("30 baht");
    expect(costLine(en, costs("fee", "free-if-eligible"), fee)).toBe("30 baht, or free for some");
    expect(costLine(th, costs("fee", "free-if-eligible"), fee)).toBe("30 บาท หรือฟรีสำหรับบางคน");
    expect(costSentences(en, costs("fee"))).toEqual(["It costs money. Ask how much before you say yes."]);
  });

  it("does not promise that nothing is owed when a part costs money", () => {
    expect(costSentences(en, costs("free", "fee")).join(" ")).not.toContain("You don’t pay anything back");
  });

  it("is not known until somebody says so", () => {
    expect(costLine(en, aListing(), null)).toBe("Cost not known");
    expect(costSentences(en, aListing())).toEqual(["Cost: not known. Ask before you say yes."]);
  });
});
