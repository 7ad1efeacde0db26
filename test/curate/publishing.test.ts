import { describe, expect, test } from "vitest";
import { service } from "#db/schema/catalogue/index.ts";
import type { PublishingView } from "#server/contract/curate/desk.ts";
import { PublishingWatch } from "#server/publication/publishing-watch.ts";
import { wish } from "#server/publication/wishes.ts";
import { organizationInput, serviceInput } from "../records/organization.ts";
import { office } from "./office.ts";

describe("a publishing that takes a while", () => {
  test("is seen by whoever looks: its steps in order with how much is done, and nothing before and after", async () => {
    const o = await office();
    const editor = await o.signIn({ role: "editor" });
    await o.publish(
      organizationInput({
        services: Array.from({ length: 250 }, (_, n) =>
          serviceInput({ sourceId: `desk-${n}`, name: { en: `Desk ${n}` } }),
        ),
      }),
    );
    const now = async (): Promise<PublishingView | null> => {
      const answer = await editor.get("/curate/api/desk/publishing");
      // Stores in memory answer nobody else while a transaction holds them.
      if (answer.status !== 200) return null;
      return ((await answer.json()) as { publishing: PublishingView | null }).publishing;
    };
    expect(await now()).toBeNull();
    const ids = (await o.catalogue.select({ id: service.id }).from(service)).map(({ id }) => id);
    await wish(o.catalogue, ids, "public");

    const going = { on: true };
    const carrying = editor.post("/curate/api/desk/carry", {}).finally(() => (going.on = false));
    const seen: PublishingView[] = [];
    while (going.on) {
      const view = await now();
      if (view !== null) seen.push(view);
    }
    expect(await (await carrying).json()).toEqual({ carried: true });
    expect(seen.length).toBeGreaterThan(0);
    for (const { step, of } of seen) if (step === "listings") expect(of).toBe(250);
    const steps = ["listings", "bundles", "cells", "lists"];
    const order = seen.map(({ step }) => steps.indexOf(step));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(await now()).toBeNull();

    const reader = await o.signIn({ role: "practitioner", endsOn: "2027-05-01" });
    expect((await reader.get("/curate/api/desk/publishing")).status).toBe(403);
  });

  test("is not hidden by another one that waited for it in vain", () => {
    const watch = new PublishingWatch();
    const [one, other] = [watch.options(), watch.options()];
    one.onProgress("listings", 5, 10);
    other.onEnd();
    expect(watch.now).toEqual({ step: "listings", done: 5, of: 10 });
    one.onEnd();
    expect(watch.now).toBeNull();
  });
});
