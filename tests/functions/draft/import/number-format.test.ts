import { describe, expect, test } from "vitest";
import { formatOf, shownNumber } from "../../../../functions/draft/import/number-format.ts";

describe("a number is shown as the sheet shows it", () => {
  test.each<[number, string, string | undefined]>([
    [15, "General", "15"],
    [0.1 + 0.2, "General", "0.3"],
    [-2.5, "General", "-2.5"],
    [1e15, "General", undefined],
    [0.15, "0%", "15%"],
    [0.155, "0.0%", "15.5%"],
    [0.15, "0\\ %", "15 %"],
    [1234.5, "#,##0.00", "1\u00A0234.50"],
    [7, "000", "007"],
    [2.5, "0.##", "2.5"],
    [2, "0.##", "2"],
    [12, '"№ "0', "№ 12"],
    [12, "0.0 [$€-407]", "12.0 €"],
    [-12, "0;(0)", "(12)"],
    [-12, "0_ ;[Red]\\-0\\ ", "-12"],
    [0, '0;-0;"none"', "none"],
    [3, "@", "3"],
    [46508, "dd.mm.yyyy", "01.05.2027"],
    [46508, "[$-419]d/m/yy;@", "1/5/27"],
    [46508.75, "yyyy-mm-dd hh:mm", "2027-05-01 18:00"],
    [0.5, "h:mm AM/PM", "12:00 PM"],
    [46508, "d mmmm yyyy", "2027-05-01"],
    [1, "yyyy-mm-dd", "1900-01-01"],
    [59, "yyyy-mm-dd", "1900-02-28"],
    [61, "yyyy-mm-dd", "1900-03-01"],
    [60, "yyyy-mm-dd", undefined],
    [-1, "yyyy-mm-dd", undefined],
    [1.5, "# ?/?", undefined],
    [1.5, "0.00E+00", undefined],
    [1.5, "[h]:mm", undefined],
    [1500, "0,", undefined],
    [5, "[>3]0;0.0", undefined],
    [NaN, "0", undefined],
  ])("%j in %j", (value, format, shown) => {
    expect(shownNumber(value, format, false)).toBe(shown);
  });

  test("in files that count their days from 1904", () => {
    expect(shownNumber(46508 - 1462, "dd.mm.yyyy", true)).toBe("01.05.2027");
    expect(shownNumber(0, "yyyy-mm-dd", true)).toBe("1904-01-01");
  });

  test("by the number of a built-in format, or of the file's own", () => {
    expect([formatOf(9, new Map()), formatOf(14, new Map())]).toEqual(["0%", "yyyy-mm-dd"]);
    expect(formatOf(164, new Map([[164, "0.0"]]))).toBe("0.0");
    expect(shownNumber(5, formatOf(44, new Map()), false)).toBeUndefined();
  });
});
