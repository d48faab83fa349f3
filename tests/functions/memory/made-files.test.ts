import { expect, test } from "vitest";
import { madeFiles, TooManyFiles } from "../../../functions/memory/made-files.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

test("a file is made once, however many ask at once, and again when it would be made of something else", async () => {
  const files = madeFiles();
  let made = 0;
  const get = (place: string, of: string) =>
    files.get(place, of, async () => bytes(`${place} ${++made}`));
  const [first, again] = await Promise.all([get("a", "1"), get("a", "1")]);
  expect(again).toBe(first);
  expect(await get("a", "1")).toBe(first);
  const second = await get("a", "2");
  expect(second.tag).not.toBe(first.tag);
  expect(await get("a", "2")).toBe(second);
  expect(made).toBe(2);
});

test("files are made one after the other, others are answered in between, and not too many wait", async () => {
  const files = madeFiles();
  let [atOnce, most, answered] = [0, 0, 0];
  const get = (place: string) =>
    files.get(place, "", async () => {
      most = Math.max(most, ++atOnce);
      await new Promise((done) => setTimeout(done, 5));
      atOnce--;
      return bytes(place);
    });
  const other = setInterval(() => answered++, 1);
  const asked = await Promise.allSettled(Array.from({ length: 28 }, (_, place) => get(`${place}`)));
  clearInterval(other);
  expect(most).toBe(1);
  expect(answered).toBeGreaterThan(0);
  const refused = asked.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(12);
  expect((refused[0] as PromiseRejectedResult).reason).toBeInstanceOf(TooManyFiles);
  // What was refused is there when it is asked for again.
  expect((await get("27")).in("identity")).toEqual(bytes("27"));
});

test("one that cannot be made is nobody else's trouble, and is tried again", async () => {
  const files = madeFiles();
  const failing = files.get("a", "", () => Promise.reject(new Error("no")));
  const next = files.get("b", "", async () => bytes("b"));
  await expect(failing).rejects.toThrow("no");
  expect((await next).in("identity")).toEqual(bytes("b"));
  expect((await files.get("a", "", async () => bytes("a"))).in("identity")).toEqual(bytes("a"));
});

test("what was not asked for longest is forgotten", async () => {
  const files = madeFiles(60);
  const made: string[] = [];
  const get = (place: string) =>
    files.get(place, "", async () => (made.push(place), bytes(place.repeat(10))));
  for (const place of ["a", "b", "c", "a", "d"]) await get(place);
  made.length = 0;
  for (const place of ["a", "c", "d", "b"]) await get(place);
  expect(made).toEqual(["b"]);
  // One that is larger than all that is kept is served all the same.
  expect(
    (await files.get("large", "", async () => bytes("x".repeat(100)))).in("identity"),
  ).toHaveLength(100);
});
