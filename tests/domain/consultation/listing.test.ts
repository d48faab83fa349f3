import { expect, test } from "vitest";
import { MOST_LISTED, pageOf } from "../../../domain/consultation/listing.ts";

const all = Array.from({ length: MOST_LISTED + 5 }, (_, index) => index);

test("a page never has more than a hundred, and the pages together have all", () => {
  const [first, second] = [pageOf(all, ""), pageOf(all, "2")];
  expect([first.shown.length, second.shown.length]).toEqual([MOST_LISTED, 5]);
  expect([...first.shown, ...second.shown]).toEqual(all);
  expect([first.page, second.page, second.pages]).toEqual([1, 2, 2]);
});

test("what is no page is the first, and what is beyond the last", () => {
  for (const odd of ["0", "-1", "1e9", "\u0000", "01", "1.5", "two"]) {
    expect(pageOf(all, odd).page).toBe(1);
  }
  expect(pageOf(all, "99999").page).toBe(2);
  expect(pageOf([], "7")).toEqual({ shown: [], page: 1, pages: 1 });
});
