import { describe, expect, test } from "vitest";
import { personColumns } from "../../../domain/export/ballots-table.ts";
import { wideColumns } from "../../../domain/export/columns.ts";
import { groupings } from "../../../domain/consultation/groupings.ts";
import { withChannel } from "../../../domain/consultation/later-channel.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { budgetOf } from "../../../domain/release/budget.ts";
import { emptyTally } from "../../../domain/tally/tally.ts";
import { foldState } from "../../../domain/tally/fold.ts";
import { countingPlan } from "../../../domain/tally/plan.ts";
import { definition } from "./definition.ts";

const channels = [{ code: "paper", label: { en: "Paper", ru: "Газета", kk: "Газет" } }];
const added = (more: object = {}, label: Record<string, string> = { en: "Radio" }) =>
  withChannel({ ...definition(), ...more }, label);
const consultationOf = (made: ReturnType<typeof withChannel>) =>
  "consultation" in made ? made.consultation : undefined;

describe("a channel added while it is open", () => {
  test.each([
    ["with channels", { channels }],
    ["without any", {}],
  ])("changes nothing that is counted, published or budgeted, %s", (_, more) => {
    const before = { ...definition(), ...more };
    const after = consultationOf(added(more))!;
    expect(groupings(after)).toEqual(groupings(before));
    expect(countingPlan(after)).toEqual(countingPlan(before));
    expect(budgetOf(after)).toEqual(budgetOf(before));
    expect(readConsultation(after)).toEqual({ consultation: after });
  });

  test("counts its ballots with those that came by no link", () => {
    const after = consultationOf(added({ channels }))!;
    const plan = countingPlan(after);
    const tally = emptyTally(plan);
    const content = {
      panel: "public" as const,
      language: "en",
      ratings: "1".repeat(plan.codes.length),
      about: {},
      first: [],
      positions: [],
      channel: "added-1",
    };
    foldState(tally, plan, { id: "one", revision: 1, content }, 1, () => "x".repeat(32));
    expect(tally.segments["channel=not-said"]).toBe(1);
    expect(Object.keys(tally.segments)).toEqual(Object.keys(emptyTally(plan).segments));
  });

  test("is a value of the export's column, which there is then", () => {
    const names = (one: Parameters<typeof wideColumns>[0]) =>
      wideColumns(one).map(({ name }) => name);
    const after = consultationOf(added())!;
    expect(names(definition())).not.toContain("channel");
    expect(names(after)).toContain("channel");
    const width = personColumns(consultationOf(added({ channels }))!, "public").find(
      ({ name }) => name === "channel",
    );
    expect(width).toEqual({ name: "channel", width: 3 });
  });

  test("has a code that none has, and a name in the original", () => {
    const first = consultationOf(added({ channels: [{ ...channels[0]!, code: "added-1" }] }))!;
    expect(first.laterChannels).toEqual([{ code: "added-2", label: { en: "Radio" } }]);
    expect(added({}, { ru: "Радио" })).toEqual({ problem: "channel-invalid" });
    expect(added({}, { en: "a".repeat(121) })).toEqual({ problem: "channel-invalid" });
  });

  test("is none among people at risk, nor beyond twelve", () => {
    expect(added({ disclosure: "at-risk" })).toEqual({ problem: "channel-at-risk" });
    const many = Array.from({ length: 11 }, (_, index) => ({
      ...channels[0]!,
      code: `c-${index}`,
    }));
    const twelve = consultationOf(added({ channels: many }))!;
    expect(withChannel(twelve, { en: "One more" })).toEqual({ problem: "channels-full" });
  });
});
