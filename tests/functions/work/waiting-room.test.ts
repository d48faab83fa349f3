import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { waitingRoom } from "../../../functions/work/waiting-room.ts";

/** Draws the greatest number of two and of three. */
const greatest = { random: () => Uint8Array.of(5, 0, 0, 0) };
const chance = { random: (length: number) => new Uint8Array(randomBytes(length)) };

test("a waiting room has so many places in all and for one asker, and each is given back once", () => {
  const room = waitingRoom(greatest, 3, 2);
  const first = room.enter("a")!;
  expect(room.enter("a")).toBeTypeOf("function");
  expect(room.enter("a")).toBeUndefined();
  const other = room.enter("b")!;
  expect(room.enter("c")).toBeUndefined();
  first();
  first();
  expect(room.enter("c")).toBeTypeOf("function");
  expect(room.enter("d")).toBeUndefined();
  other();
  expect(room.enter("a")).toBeTypeOf("function");
  expect(room.enter("a")).toBeUndefined();
});

test("that nobody finds a place says nothing of one more who waits: from half full on it is chance", () => {
  const firstRefused = () => {
    const room = waitingRoom(chance);
    let waiting = 0;
    while (room.enter("a") !== undefined) waiting += 1;
    return waiting;
  };
  const found = Array.from({ length: 40 }, firstRefused);
  expect(Math.min(...found)).toBeGreaterThanOrEqual(12);
  expect(Math.max(...found)).toBeLessThanOrEqual(24);
  expect(new Set(found).size).toBeGreaterThan(3);
});
