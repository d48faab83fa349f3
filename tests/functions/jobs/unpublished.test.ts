import { expect, test } from "vitest";
import { unpublished } from "../../../functions/jobs/unpublished.ts";

const closesAt = "2026-06-01T12:00:00Z";
const after = (minutes: number) => new Date(Date.parse(closesAt) + minutes * 60_000);

test("what does not come out that should have", () => {
  expect(unpublished({}, { released: 3 }, after(0))).toBeUndefined();
  expect(unpublished({}, { wait: "too-soon" }, after(0))).toBeUndefined();
  expect(unpublished({}, { wait: "stopped" }, after(0))).toBe("stopped");
  expect(unpublished({ closesAt }, { wait: "still-counting" }, after(15))).toBeUndefined();
  expect(unpublished({ closesAt }, { wait: "still-counting" }, after(16))).toBe("overdue");
});
