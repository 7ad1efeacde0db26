import { beforeEach, describe, expect, it } from "vitest";
import { ScreenModel } from "#web/models/screen-model.ts";

describe("the way through the site", () => {
  let screens: ScreenModel;
  beforeEach(() => {
    screens = new ScreenModel();
  });

  it("leads back the way one came", () => {
    screens.go("place");
    screens.go("results");
    screens.back();
    expect(screens.screen.value).toBe("place");
    screens.back();
    expect(screens.screen.value).toBe("home");
  });

  it("closes an opened listing before it leaves the list", () => {
    screens.go("results");
    screens.open("K7Q2M-4");
    screens.back();
    expect([screens.screen.value, screens.opened.value]).toEqual(["results", null]);
  });

  it("does not lead back through a question that was answered", () => {
    screens.go("place");
    screens.replace("results");
    screens.back();
    expect(screens.screen.value).toBe("home");
  });

  it("begins anew at the start", () => {
    screens.go("results");
    screens.go("home");
    expect(screens.trail.value).toEqual([]);
    screens.back();
    expect(screens.screen.value).toBe("home");
  });
});
