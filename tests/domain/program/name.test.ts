import { expect, test } from "vitest";
import { readName } from "../../../domain/organiser/name.ts";
import { programName, readProgramName } from "../../../domain/program/name.ts";

test("a program's name is read back, and is nobody's", () => {
  const who = programName("Website", "Анна");
  expect(readProgramName(who)).toEqual({ program: "Website", organiser: "Анна" });
  expect(readName(who)).toBeUndefined();
});

test.each(["Ann", "Kenes", "", "a <b", "a> b", "<a>", " <a>", "a <b> c", "a <b<c>>"])(
  "is none: %s",
  (who) => {
    expect(readProgramName(who)).toBeUndefined();
  },
);
