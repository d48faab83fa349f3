import { describe, expect, test } from "vitest";
import { clockIn, dayIn, momentIn } from "../../../domain/consultation/time-zone.ts";

describe("the clocks of a zone", () => {
  test.each([
    ["UTC", "2027-03-01T18:00", "2027-03-01T18:00:00.000Z"],
    ["Asia/Almaty", "2027-03-01T18:00", "2027-03-01T13:00:00.000Z"],
    ["America/St_Johns", "2027-01-15T23:45", "2027-01-16T03:15:00.000Z"],
    ["Pacific/Kiritimati", "2027-01-01T00:00", "2026-12-31T10:00:00.000Z"],
    // Summer and winter.
    ["Europe/Berlin", "2027-07-01T12:00", "2027-07-01T10:00:00.000Z"],
    ["Europe/Berlin", "2027-12-01T12:00", "2027-12-01T11:00:00.000Z"],
    // The hour that is there twice: the first.
    ["Europe/Berlin", "2027-10-31T02:30", "2027-10-31T00:30:00.000Z"],
  ])("%s at %s is %s", (zone, clock, moment) => {
    expect(momentIn(zone, clock)).toBe(moment);
    expect(clockIn(zone, new Date(moment))).toBe(clock);
    expect(dayIn(zone, new Date(moment))).toBe(clock.slice(0, 10));
  });

  test("never show an hour that they leap over; it is taken as one beside it", () => {
    const moment = momentIn("Europe/Berlin", "2027-03-28T02:30")!;
    expect(["2027-03-28T01:30", "2027-03-28T03:30"]).toContain(
      clockIn("Europe/Berlin", new Date(moment)),
    );
  });

  test.each(["", "2027-02-30T10:00", "2027-03-01", "2027-03-01T24:00", "soon"])(
    "%j is no moment",
    (typed) => {
      expect(momentIn("Asia/Almaty", typed)).toBeUndefined();
    },
  );
});
