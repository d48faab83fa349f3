import { describe, expect, test } from "vitest";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { channelsOf, label } from "./channels.ts";
import { definitionFile } from "./definition.ts";

describe("a definition", () => {
  const read = (more: object) => readConsultation({ ...definitionFile(), ...more });
  const question = (code: string, more: object = {}) => ({
    ...definitionFile().about[0]!,
    code,
    ...more,
  });
  const options = (...shares: (number | undefined)[]) =>
    shares.map((share, index) => ({
      code: `o${index}`,
      label,
      ...(share !== undefined && { share }),
    }));
  const source = { source: "A census" };

  test("may have up to twelve channels, and say that languages are counted", () => {
    const twelve = channelsOf(...Array.from({ length: 12 }, (_, index) => `c${index}`));
    expect(read({ channels: twelve, countLanguages: true })).toHaveProperty("consultation");
    expect(read({ channels: [...twelve, ...channelsOf("more")] })).toEqual({
      faults: [{ pointer: "/channels", fault: "out-of-range" }],
    });
  });

  test.each<[string, object, string, string]>([
    ["no channel in a list of them", { channels: [] }, "/channels", "out-of-range"],
    ["a code twice", { channels: channelsOf("a", "a") }, "/channels/1/code", "repeated"],
    ["no slug", { channels: channelsOf("a.b") }, "/channels/0/code", "not-allowed"],
    ["a reserved code", { channels: channelsOf("not-said") }, "/channels/0/code", "not-allowed"],
    ["languages not counted", { countLanguages: false }, "/countLanguages", "not-allowed"],
    ["a question `channel`", { about: [question("channel")] }, "/about/0/code", "not-allowed"],
    [
      "a question `ballot-language`",
      { about: [question("ballot-language")] },
      "/about/0/code",
      "not-allowed",
    ],
    [
      "shares of no source",
      { about: [question("a", { options: options(5, 6) })] },
      "/about/0/population",
      "missing",
    ],
    [
      "a source of no shares",
      { about: [question("a", { population: source })] },
      "/about/0/options/0/share",
      "missing",
    ],
    [
      "two decimals",
      { about: [question("a", { population: source, options: options(5.25, 6) })] },
      "/about/0/options/0/share",
      "not-allowed",
    ],
    [
      "more than all",
      { about: [question("a", { population: source, options: options(60, 42) })] },
      "/about/0/options/0/share",
      "out-of-range",
    ],
  ])("with %s is refused", (_, more, pointer, fault) => {
    expect(read(more)).toEqual({ faults: [{ pointer, fault }] });
  });

  test("may know the shares of some answers, and ask what people speak at home", () => {
    const asked = question("language", {
      population: source,
      options: options(60.1, undefined, 40),
    });
    expect(read({ about: [asked], countLanguages: true })).toHaveProperty("consultation");
  });

  test("counts languages and channels among its sixty groups", () => {
    const asked = Array.from({ length: 3 }, (_, index) =>
      question(`q${index}`, { options: options(...Array.from({ length: 17 }, () => undefined)) }),
    );
    // 3 × 18 answers, 3 languages; and with two channels and those who came by none, 60.
    expect(
      read({ about: asked, countLanguages: true, channels: channelsOf("a", "b") }),
    ).toHaveProperty("consultation");
    expect(
      read({ about: asked, countLanguages: true, channels: channelsOf("a", "b", "c") }),
    ).toEqual({ faults: [{ pointer: "/about", fault: "out-of-range" }] });
  });
});
