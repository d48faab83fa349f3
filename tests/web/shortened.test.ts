import { expect, test } from "vitest";
import { shortened } from "../../web/page/shortened.ts";

test("a text is shortened by whole words, and stands on one line", () => {
  expect(shortened("One two\n\n  three", 20)).toBe("One two three");
  expect(shortened("One two three", 13)).toBe("One two three");
  expect(shortened("One two three", 12)).toBe("One two…");
  expect(shortened("One two, three four", 12)).toBe("One two…");
  expect(shortened("Суды – независимы", 8)).toBe("Суды…");
});

test("a word that is longer than all the room is cut, and never within a character", () => {
  expect(shortened("ыңғайландырылмағандықтарыңыздан", 10)).toBe("ыңғайланды…");
  expect(shortened("😀😀😀", 3)).toBe("😀…");
});
