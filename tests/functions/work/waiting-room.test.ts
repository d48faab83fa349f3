import { expect, test } from "vitest";
import { waitingRoom } from "../../../functions/work/waiting-room.ts";

test("a waiting room has so many places in all and for one asker, and each is given back once", () => {
  const room = waitingRoom(3, 2);
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
