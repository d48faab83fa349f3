import { describe, expect, test } from "vitest";
import { corrected } from "../../../domain/consultation/correction.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definition } from "./definition.ts";

const withChannels = () => ({
  ...definition(),
  channels: ["paper", "union"].map((code) => ({ code, label: { en: code, ru: code, kk: code } })),
});

describe("a correction of an open consultation", () => {
  const note = { en: "A typing error", ru: "Опечатка", kk: "Қате" };
  const at = new Date("2027-01-02T00:00:00Z");

  test("makes a new version with a public note, again and again", () => {
    const wanted = { ...definition(), title: { en: "B", ru: "Б", kk: "Б" } };
    const first = corrected(definition(), wanted, note, at);
    if ("faults" in first) throw new Error("refused");
    expect(first.consultation).toEqual({
      ...wanted,
      corrections: [{ at: at.toISOString(), note }],
    });
    const second = corrected(first.consultation, definition(), note, at);
    expect(second).toHaveProperty("consultation.corrections.length", 2);
    expect(readConsultation((second as { consultation: unknown }).consultation)).toEqual(second);
  });

  test("may change what a channel is called", () => {
    const wanted = withChannels();
    wanted.channels[0]!.label = { en: "The paper", ru: "Газета", kk: "Газет" };
    expect(corrected(withChannels(), wanted, note, at)).toHaveProperty(
      "consultation.channels",
      wanted.channels,
    );
  });

  test("that changes nothing is refused", () => {
    expect(corrected(definition(), definition(), note, at)).toHaveProperty(
      "faults.0.fault",
      "missing",
    );
  });

  test.each([
    ["a code", (one: ReturnType<typeof definition>) => (one.recommendations[0]!.code = "W9")],
    [
      "the order",
      (one: ReturnType<typeof definition>) =>
        one.recommendations.push(one.recommendations.shift()!),
    ],
    ["an option", (one: ReturnType<typeof definition>) => one.about[0]!.options.pop()],
    ["a question", (one: ReturnType<typeof definition>) => one.about.pop()],
    ["a channel", (one: ReturnType<typeof definition>) => one.channels!.pop()],
    [
      "a channel’s code",
      (one: ReturnType<typeof definition>) => (one.channels![0]!.code = "radio"),
    ],
    ["all channels", (one: ReturnType<typeof definition>) => delete one.channels],
    ["languages", (one: ReturnType<typeof definition>) => (one.countLanguages = true)],
    [
      "a share",
      (one: ReturnType<typeof definition>) => {
        one.about[0]!.population = { source: "A census" };
        one.about[0]!.options[0]!.share = 50;
      },
    ],
    ["the policy", (one: ReturnType<typeof definition>) => (one.disclosure = "at-risk")],
    ["the schedule", (one: ReturnType<typeof definition>) => (one.release.every = "week")],
    ["the groups’ share", (one: ReturnType<typeof definition>) => (one.release.groups = 20)],
    ["what experts were told", (one: ReturnType<typeof definition>) => (one.experts = "exact")],
    [
      "the number of measures",
      (one: ReturnType<typeof definition>) =>
        one.recommendations[0]!.measures.push({ en: "a", ru: "b", kk: "c" }),
    ],
  ])("that changes %s is refused", (_, change) => {
    const wanted: ReturnType<typeof definition> = withChannels();
    change(wanted);
    expect(corrected(withChannels(), wanted, note, at)).toEqual({
      faults: [{ pointer: "", fault: "not-allowed" }],
    });
  });
});
