import { describe, expect, test } from "vitest";
import type { BallotContent, Panel } from "../../../domain/ballot/ballot.ts";
import { decideRefusedWrite, type StoredBallot } from "../../../domain/ballot/decision.ts";

const content = (panel: Panel, ratings = "5-n"): BallotContent => ({
  panel,
  language: "kk",
  ratings,
  about: { region: "north", age: "under-30" },
  first: ["W1", "W2"],
  positions: ["W2", "W1", "K1"],
});
const stored = (revision: number, panel: Panel, ratings?: string): StoredBallot => ({
  revision,
  withdrawn: false,
  content: content(panel, ratings),
});
const sent = (revision: number, panel: Panel, ratings?: string) => ({
  revision,
  content: content(panel, ratings),
});
const withdrawn = (revision: number): StoredBallot => ({ revision, withdrawn: true });
const repeated = (revision: number, panel: Panel) => ({ saved: "repeated", revision, panel });
const conflict = (revision: number) => ({ problem: "revision-conflict", revision });
const refused = { problem: "invitation-refused" };
const gone = { problem: "ballot-withdrawn" };

describe("a refused write means", () => {
  test.each([
    ["with nothing stored, that the invitation was refused", undefined, sent(1, "expert"), refused],
    [
      "with nothing stored, invitation apart, a conflict",
      undefined,
      sent(3, "public"),
      conflict(3),
    ],
    ["that a withdrawn ballot stays withdrawn", withdrawn(2), sent(3, "public"), gone],
    ["so for an expert too", withdrawn(1), sent(1, "expert"), gone],
    ["a repeat of the same content", stored(2, "public"), sent(2, "public"), repeated(2, "public")],
    ["a repeat by an expert", stored(2, "expert"), sent(2, "expert"), repeated(2, "expert")],
    [
      "a repeat by an expert who left the invitation out",
      stored(2, "expert"),
      sent(2, "public"),
      repeated(2, "expert"),
    ],
    ["no repeat when an invitation is new", stored(2, "public"), sent(2, "expert"), conflict(2)],
    ["a conflict over other content", stored(2, "public"), sent(2, "public", "4-n"), conflict(2)],
    ["and over an expert's", stored(2, "expert"), sent(2, "expert", "4-n"), conflict(2)],
    ["a conflict with a newer one", stored(3, "public"), sent(2, "public"), conflict(3)],
    ["a conflict even if that says the same", stored(3, "expert"), sent(1, "expert"), conflict(3)],
    ["a conflict with one too old", stored(1, "public"), sent(3, "public"), conflict(1)],
    ["and for an expert", stored(1, "expert"), sent(3, "public"), conflict(1)],
    [
      "that an expert's revision is to be written as such, invitation left out",
      stored(1, "expert"),
      sent(2, "public", "4-n"),
      { reviseAs: "expert" },
    ],
    [
      "and so with the invitation that is used up already",
      stored(1, "expert"),
      sent(2, "expert", "4-n"),
      { reviseAs: "expert" },
    ],
    [
      "that a public ballot's new invitation was refused",
      stored(1, "public"),
      sent(2, "expert"),
      refused,
    ],
    ["that another write came between", stored(1, "public"), sent(2, "public"), conflict(1)],
  ])("%s", (_, before, now, expected) => {
    expect(decideRefusedWrite(before, now)).toEqual(expected);
  });

  test("a repeat whatever the order of answers about oneself and of first choices", () => {
    const again = sent(2, "public");
    again.content.about = { age: "under-30", region: "north" };
    again.content.first = ["W2", "W1"];
    expect(decideRefusedWrite(stored(2, "public"), again)).toEqual(repeated(2, "public"));
  });

  test.each<[string, Partial<BallotContent>]>([
    ["language", { language: "ru" }],
    ["answer about oneself", { about: { region: "south", age: "under-30" } }],
    ["missing answer", { about: { region: "north" } }],
    ["first choice", { first: ["W1"] }],
    ["order of the cards", { positions: ["W1", "W2", "K1"] }],
  ])("no repeat with another %s", (_, difference) => {
    const other = { revision: 2, content: { ...content("public"), ...difference } };
    expect(decideRefusedWrite(stored(2, "public"), other)).toEqual(conflict(2));
  });
});
