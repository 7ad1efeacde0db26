import { describe, expect, test } from "vitest";
import { chooseVoice, type Voice } from "#web/listen/choose-voice.ts";
import { readRecordings } from "#web/listen/recordings.ts";

const voice = (lang: string, localService = true, isDefault = false): Voice => ({
  lang,
  localService,
  default: isDefault,
});

describe("the voice that reads aloud", () => {
  test("is never one that sends the text to another computer", () => {
    expect(chooseVoice([voice("th-TH", false), voice("en-US")], "th")).toBeNull();
  });

  test("speaks the language, whatever its country and however the system writes it", () => {
    expect(chooseVoice([voice("en-GB"), voice("th_TH")], "th")?.lang).toBe("th_TH");
    expect(chooseVoice([voice("cmn-Hans-CN")], "zh")?.lang).toBe("cmn-Hans-CN");
    expect(chooseVoice([voice("tl-PH")], "fil")?.lang).toBe("tl-PH");
  });

  test("is not one of a language that only begins with the same letters", () => {
    expect(chooseVoice([voice("mya"), voice("kmr")], "km")).toBeNull();
  });

  test("is the one that the device prefers, else the first", () => {
    expect(chooseVoice([voice("en-GB"), voice("en-US", true, true)], "en")?.lang).toBe("en-US");
    expect(chooseVoice([voice("en-GB"), voice("en-US")], "en")?.lang).toBe("en-GB");
  });

  test("is none where the device has no voices", () => {
    expect(chooseVoice([], "en")).toBeNull();
  });
});

describe("a list of recordings", () => {
  test("keeps paths of our own and leaves out all that would lead elsewhere", () => {
    const files = {
      "listing:K7Q2M-4": "/sound/th/lantern.mp3",
      "text:rights": "https://elsewhere.example/rights.mp3",
      "text:wages": "//elsewhere.example/wages.mp3",
      "text:court": "/sound/../api/reports",
      "text:papers": 7,
    };
    expect(readRecordings({ files })).toEqual({ files: { "listing:K7Q2M-4": "/sound/th/lantern.mp3" } });
  });

  test.each([null, 1, [], {}, { files: null }])("is empty when it is not a list: %j", (list) => {
    expect(readRecordings(list)).toEqual({ files: {} });
  });
});
