import { hash } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  type BallotContent,
  ballotContent,
  ballotSchema,
  canonicalContent,
  inPanel,
  readBallot,
} from "../../../domain/ballot/ballot.ts";
import { decideRefusedWrite } from "../../../domain/ballot/decision.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { foldState, segmentsOf } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { setHashText } from "../../../domain/tally/set-hash.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { channelsOf } from "../consultation/channels.ts";
import { definition } from "../consultation/definition.ts";

const withChannels: Consultation = {
  ...definition(),
  channels: channelsOf("paper", "union"),
  countLanguages: true,
};
const PAPER = "paper.0123456789abcdef01234567";
const small = { revision: 1, language: "kk", ratings: { W1: 5 } } as const;
const content = ballotContent(withChannels, { ...small, channel: PAPER }, "public");

/** The set hash of one ballot. */
function setHash(said: BallotContent): string {
  const plan = countingPlan({
    ...definition(),
    recommendations: definition().recommendations.slice(0, 2),
  });
  const tally = emptyTally(plan);
  const ballot = { id: "ab", revision: 2, content: said };
  foldState(tally, plan, ballot, 1, (text) => hash("sha256", text, "binary"));
  return setHashText(tally.setHash);
}

describe("a ballot", () => {
  // By this line it is seen whether a ballot that is sent again is the one that is stored.
  const old = {
    panel: "public" as const,
    language: "kk" as const,
    ratings: "5n",
    about: { region: "north" },
    first: ["W1"],
    positions: ["W1", "K1"],
  };
  const line = '["public","kk","5n",[["region","north"]],["W1"],["W1","K1"]';

  test("without a channel has the line that it had before there were channels", () => {
    expect(canonicalContent(old)).toBe(`${line}]`);
    expect(canonicalContent({ ...old, channel: undefined })).toBe(`${line}]`);
    expect(setHash({ ...old, channel: undefined })).toBe(setHash(old));
  });

  test("with a channel has another line", () => {
    expect(canonicalContent({ ...old, channel: "paper" })).toBe(`${line},"paper"]`);
    expect(setHash({ ...old, channel: "paper" })).not.toBe(setHash(old));
  });

  test("holds the code of a channel without its signature, and none of an expert", () => {
    const sent = { ...small, channel: PAPER };
    expect(content.channel).toBe("paper");
    expect(ballotContent(withChannels, sent, "expert")).not.toHaveProperty("channel");
    expect(ballotContent(withChannels, small, "public")).not.toHaveProperty("channel");
  });

  test("may name a channel only where there are some", () => {
    const sent = { ...small, channel: PAPER };
    expect(readBallot(ballotSchema(withChannels), sent)).toEqual({ ballot: sent });
    expect(readBallot(ballotSchema(definition()), sent)).toEqual({
      faults: [{ pointer: "/channel", fault: "unknown" }],
    });
    expect(readBallot(ballotSchema(withChannels), { ...small, channel: "x".repeat(66) })).toEqual({
      faults: [{ pointer: "/channel", fault: "out-of-range" }],
    });
  });

  test("of an expert is repeated also when it is sent with a channel, of the public is not", () => {
    const stored = (panel: "public" | "expert") => ({
      revision: 1,
      withdrawn: false as const,
      content: inPanel(content, panel),
    });
    const sent = { revision: 1, content };
    expect(decideRefusedWrite(stored("expert"), sent)).toMatchObject({ saved: "repeated" });
    expect(decideRefusedWrite(stored("public"), sent)).toMatchObject({ saved: "repeated" });
    const without = { revision: 1, content: { ...content, channel: undefined } };
    expect(decideRefusedWrite(stored("public"), without)).toHaveProperty("problem");
  });
});

describe("a ballot is counted", () => {
  test("once by language and once by channel, or among those who came by none", () => {
    const plan = countingPlan(withChannels);
    expect(segmentsOf(plan, content)).toEqual([
      "region=not-said",
      "age=not-said",
      "ballot-language=kk",
      "channel=paper",
    ]);
    expect(segmentsOf(plan, { ...content, channel: undefined }).at(-1)).toBe("channel=not-said");
    expect(segmentsOf(plan, { ...content, panel: "expert" })).toEqual([]);
  });

  test("as ever where the definition says nothing of languages and channels", () => {
    const plan = countingPlan(definition());
    const tally = emptyTally(plan);
    foldState(tally, plan, { id: "a", revision: 1, content }, 1, () => "0".repeat(32));
    expect(Object.keys(tally.segments).map((key) => key.split("=")[0])).not.toContain("channel");
    expect(segmentsOf(plan, content)).toEqual(["region=not-said", "age=not-said"]);
  });

  test("by the answer where an older definition asks a question of that name", () => {
    const [asked] = definition().about;
    const plan = countingPlan({ ...definition(), about: [{ ...asked!, code: "channel" }] });
    const answered = { ...content, about: { channel: "north" } };
    expect(segmentsOf(plan, answered)).toEqual(["channel=north"]);
  });
});
