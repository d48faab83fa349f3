import { describe, expect, test } from "vitest";
import type { Command } from "../../../functions/command/command.ts";
import { nearest } from "../../../functions/command/nearest.ts";
import { progress } from "../../../functions/command/progress.ts";
import { commandIn, readTyped, wholeNumber } from "../../../functions/command/words.ts";
import { failureOf, Unreachable, WrongUse } from "../../../functions/command/failure.ts";
import { Complaint } from "../../../functions/local/complaint.ts";

const COMMAND: Command = {
  name: "weigh",
  summary: "Weigh",
  words: [
    { name: "thing", about: "which thing" },
    { name: "times", about: "how often", optional: true },
  ],
  options: {
    unit: { value: "unit", about: "in what", standard: "g" },
    twice: { about: "two times" },
  },
  run: async () => ({ json: null, text: "" }),
};
const read = (...args: string[]) => readTyped(COMMAND, args);

describe("what was typed", () => {
  test("the command is the first word, wherever switches stand", () => {
    expect(commandIn(["weigh", "stone", "--json"])).toEqual({
      name: "weigh",
      rest: ["stone", "--json"],
    });
    expect(commandIn(["--json", "weigh", "stone"])).toEqual({
      name: "weigh",
      rest: ["--json", "stone"],
    });
    const endpoint = ["--endpoint", "http://x", "weigh"];
    expect(commandIn(endpoint)).toEqual({ name: "weigh", rest: endpoint.slice(0, 2) });
    expect(commandIn(["--version"]).name).toBeUndefined();
  });

  test("words, values, standards and switches", () => {
    const typed = read("stone", "--unit=kg", "2", "--json");
    expect(typed.words).toEqual(["stone", "2"]);
    expect([typed.value("unit"), typed.has("twice"), typed.has("json")]).toEqual([
      "kg",
      false,
      true,
    ]);
    expect(read("stone").value("unit")).toBe("g");
    expect(read("stone", "--unit", "").value("unit")).toBe("");
    expect(read("--", "--stone").words).toEqual(["--stone"]);
    expect(read("-h").has("help")).toBe(true);
  });

  test.each([
    [["--help=now", "stone"], "--help is a switch and takes no value"],
    [[], "say which thing"],
    [["stone", "2", "more"], "weigh does not know what to do with “more”"],
    [["stone", "--uint", "kg"], "weigh has no option --uint; did you mean --unit?"],
    [["stone", "--colour"], "weigh has no option --colour"],
    [["stone", "-x"], "weigh has no option -x"],
    [["stone", "--unit"], "--unit needs a value: --unit <unit>"],
    [["stone", "--unit", "--twice"], "--unit needs a value: --unit <unit>"],
  ])("%j is refused", (args, line) => {
    expect(() => read(...args)).toThrow(new WrongUse(line));
  });

  test("numbers are whole and within bounds", () => {
    expect(wholeNumber("--n", "007", 0, 9)).toBe(7);
    for (const text of ["", "-1", "1.5", "1e3", "10", " 1", "٣", "9999999999"]) {
      expect(() => wholeNumber("--n", text, 0, 9)).toThrow("--n: a number from 0 to 9");
    }
  });

  test("the nearest word is one that may have been meant", () => {
    const all = ["check", "recount", "release", "reports", "restore"];
    expect(nearest("chekc", all)).toBe("check");
    expect(nearest("rec", all)).toBe("recount");
    expect(nearest("relaese", all)).toBe("release");
    expect(nearest("dance", all)).toBeUndefined();
    expect(nearest("", ["a"])).toBe("a");
  });
});

describe("failures", () => {
  test.each([
    [new Complaint("no"), 1, "no"],
    [new WrongUse("how"), 2, "how"],
    [new Unreachable("where"), 3, "where"],
    [Object.assign(new AggregateError([], ""), { code: "ECONNREFUSED" }), 3, "ECONNREFUSED"],
    [Object.assign(new Error("no table"), { name: "ResourceNotFoundException" }), 3, "no table"],
    [new Error("one\n  two"), 1, "one two"],
    ["a text", 1, "a text"],
  ])("%s", (failure, code, line) => {
    expect(failureOf(failure)).toEqual({ code, line });
  });
});

describe("progress", () => {
  const told = (isTTY: boolean, total: number | undefined, done: readonly number[]) => {
    let said = "";
    let at = 0;
    const clock = () => (at += 1_000);
    const tell = progress("Sent", total, { isTTY, write: (text) => (said += text) }, clock);
    for (const one of done) tell(one);
    return said;
  };
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  test("a line every tenth, or one line that changes on a terminal", () => {
    expect(told(false, 50, upTo(50)).split("\n")).toHaveLength(11);
    expect(told(false, 3, upTo(3))).toBe("Sent: 1 of 3\nSent: 2 of 3\nSent: 3 of 3\n");
    expect(told(false, undefined, [5, 10_000, 10_001, 20_000])).toBe("Sent: 10000\nSent: 20000\n");
    expect(told(true, 2, [1, 2])).toBe("\rSent: 1 of 2\rSent: 2 of 2\n");
  });

  test("nothing of what is done in a second", () => {
    let said = "";
    const tell = progress("Sent", 5, { write: (text: string) => (said += text) }, () => 7);
    for (const one of upTo(5)) tell(one);
    expect(said).toBe("");
  });
});
