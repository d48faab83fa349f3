import { describe, expect, test } from "vitest";
import { MOST_INVITATIONS, readNewInvitations } from "../../../domain/invitation/group.ts";
import { times } from "../../support/client.ts";

const TODAY = "2026-11-24";
const entered = (more: Record<string, string> = {}) => ({
  label: "Law faculty",
  count: "20",
  expires: "",
  labels: "",
  form: "cards",
  language: "",
  ...more,
});
const read = (more: Record<string, string> = {}) =>
  readNewInvitations(entered(more), TODAY, ["en", "ru"]);
const faultsOf = (more: Record<string, string>) => {
  const outcome = read(more);
  return "faults" in outcome ? outcome.faults.map(({ pointer }) => pointer) : [];
};

describe("what an organiser asks for", () => {
  test("is read with a number or with one label for each code", () => {
    expect(read()).toEqual({
      wanted: { label: "Law faculty", count: 20, labels: [], form: "cards", language: "en" },
    });
    expect(read({ count: "1 000", form: "csv", expires: TODAY })).toMatchObject({
      wanted: { count: 1000, expires: TODAY },
    });
    expect(read({ count: "", labels: " Дана \r\n\n=1+1\n<b>x</b>" })).toMatchObject({
      wanted: { count: 3, labels: ["Дана", "=1+1", "<b>x</b>"] },
    });
  });

  test("may be ten thousand labels, and not one more", () => {
    const labels = (count: number) => times(count, (one) => `Expert ${one}`).join("\n");
    expect(read({ form: "csv", labels: labels(MOST_INVITATIONS) })).toHaveProperty("wanted");
    expect(faultsOf({ form: "csv", labels: labels(MOST_INVITATIONS + 1) })).toEqual(["/count"]);
  });

  test("has its control and direction characters taken out of labels", () => {
    expect(read({ label: "a\u202Eb\u0007c", labels: "x\u200Fy" })).toMatchObject({
      wanted: { label: "abc", labels: ["xy"] },
    });
  });

  test.each([
    [{ label: " \u0007 " }, "/label"],
    [{ label: "x".repeat(121) }, "/label"],
    [{ count: "0" }, "/count"],
    [{ count: "-3" }, "/count"],
    [{ count: "1.5" }, "/count"],
    [{ count: "1e3" }, "/count"],
    [{ count: "801" }, "/count"],
    [{ labels: "A\nA" }, "/labels"],
    [{ labels: "x".repeat(121) }, "/labels"],
    [{ expires: "2026-11-23" }, "/expires"],
    [{ expires: "2026-02-30" }, "/expires"],
    [{ expires: "24.11.2026" }, "/expires"],
    [{ form: "xlsx" }, "/form"],
  ])("is refused at its place: %j", (more, place) => {
    expect(faultsOf(more)).toEqual([place]);
  });
});
