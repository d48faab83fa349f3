import { describe, expect, test } from "vitest";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definitionFile } from "./definition.ts";

describe("rules", () => {
  const READ = "read";
  const faultsOf = (more: Record<string, unknown>): unknown => {
    const read = readConsultation({ ...definitionFile(), ...more });
    if ("consultation" in read) return READ;
    return read.faults.every(({ fault }) => fault === "out-of-range")
      ? read.faults.map(({ pointer }) => pointer)
      : read.faults;
  };
  const release = (every: string, more = {}) => ({ release: { every, ...more } });
  const atRisk = { disclosure: "at-risk" };
  const closesAt = "2026-12-31T18:00:00Z";
  const [october, november] = ["2026-10-01T00:00:00Z", "2026-11-01T00:00:00Z"];
  const onDays = (...groupsAt: string[]) => release("week", { groupsAt });

  test.each<[string, Record<string, unknown>, unknown]>([
    ["at-risk each week", { ...atRisk, ...release("week") }, READ],
    ["at-risk each day", { ...atRisk, ...release("day") }, READ],
    ["at-risk after closing", { ...atRisk, ...release("close") }, READ],
    ["at-risk each hour", { ...atRisk, ...release("hour") }, ["/release/every"]],
    ["an at-risk demonstration", { ...atRisk, ...release("demonstration") }, ["/release/every"]],
    ["exact experts", { experts: "exact" }, READ],
    ["at-risk, exact experts", { ...atRisk, ...release("week"), experts: "exact" }, ["/experts"]],
    ["groups on days in order", { closesAt, ...onDays(october, november) }, READ],
    ["groups backwards", onDays(november, october), ["/release/groupsAt/1"]],
    ["groups twice on a day", onDays(october, october), ["/release/groupsAt/1"]],
    ["groups on the day it closes", { closesAt, ...onDays(closesAt) }, ["/release/groupsAt/0"]],
    [
      "groups before closing, where nothing is published",
      release("close", { groupsAt: [october] }),
      ["/release/groupsAt"],
    ],
    [
      "days for groups in a demonstration",
      release("demonstration", { groupsAt: [october] }),
      ["/release/groupsAt"],
    ],
    ["too few people", { people: { number: 999, source: "A census" } }, ["/people/number"]],
    ["seven days", onDays(...Array<string>(7).fill(october)), ["/release/groupsAt"]],
  ])("for %s", (_, more, outcome) => {
    expect(faultsOf(more)).toEqual(outcome);
  });

  test("for more groups than one tally can hold are refused", () => {
    const file = definitionFile();
    const many = (questions: number, options: number) => ({
      ...file,
      about: Array.from({ length: questions }, (_, question) => ({
        ...file.about[0]!,
        code: `q${question}`,
        options: Array.from({ length: options }, (_option, option) => ({
          code: `o${option}`,
          label: file.about[0]!.options[0]!.label,
        })),
      })),
    });
    expect(readConsultation(many(3, 19))).toHaveProperty("consultation");
    expect(readConsultation(many(3, 20))).toEqual({
      faults: [{ pointer: "/about", fault: "out-of-range" }],
    });
  });

  test("with an end, and with how many people it is about, are read", () => {
    const people = { number: 18_000_000, source: "A census" };
    const read = readConsultation({ ...definitionFile(), closesAt, people });
    expect(read).toMatchObject({ consultation: { closesAt, people } });
  });
});
