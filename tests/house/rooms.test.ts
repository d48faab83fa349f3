import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { glob } from "node:fs/promises";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const FLOORS = ["domain", "web", "functions", "infra"];

/** A file right on a floor is a room of its own; any other file is in the room of its folder. */
const roomOf = (file: string): string => (file.split("/").length === 2 ? file : dirname(file));

/** Every file of the house with its text. */
async function readHouse(): Promise<Map<string, string>> {
  const house = new Map<string, string>();
  for await (const file of glob(`{${FLOORS.join(",")}}/**/*.{ts,tsx}`, { cwd: root })) {
    if (!file.endsWith(".d.ts")) house.set(file, await readFile(join(root, file), "utf8"));
  }
  return house;
}

/** Each file with the files that it imports, types included. */
const importsOf = (house: ReadonlyMap<string, string>): Map<string, string[]> =>
  new Map(
    [...house].map(([file, text]) => {
      const imported = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+\.tsx?)"/g)];
      return [file, imported.map(([, path]) => join(dirname(file), path!))];
    }),
  );

/** The lines in which an address is written out again. */
/** Of everybody, of the console, and of organisers' programs. */
const PATHS = ["domain/paths.ts", "domain/organiser/paths.ts", "domain/program/paths.ts"];
const addresses = (house: ReadonlyMap<string, string>): string[] =>
  [...house].flatMap(([file, text]) =>
    PATHS.includes(file)
      ? []
      : text
          .split("\n")
          .filter((line) =>
            /^(?!\s*(\*|\/)).*["`}>](\/c\/|\/api\/|\/organise|\/accessibility)/.test(line),
          )
          .map((line) => `${file}: ${line.trim()}`),
  );

/** The rooms as docs/architecture.md lists them, from the bottom of the house to its top. */
async function readDrawing(): Promise<string[]> {
  const text = await readFile(join(root, "docs/architecture.md"), "utf8");
  const rooms = text.slice(text.indexOf("## Rooms"), text.indexOf("## Where do I put"));
  return [...rooms.matchAll(/^\| `([^`]+)` \|/gm)].map(([, room]) => room!);
}

/** What the drawing and the house disagree on. */
function differences(drawing: readonly string[], house: ReadonlyMap<string, string[]>): string[] {
  const place = new Map(drawing.map((room, index) => [room, index]));
  const rooms = new Set([...house.keys()].map(roomOf));
  return [
    ...[...rooms].filter((room) => !place.has(room)).map((room) => `${room} is not drawn`),
    ...drawing.filter((room) => !rooms.has(room)).map((room) => `${room} is empty`),
    ...[...house].flatMap(([file, imported]) =>
      imported
        .filter((other) => place.get(roomOf(other))! > place.get(roomOf(file))!)
        .map((other) => `${file} imports up, from ${other}`),
    ),
  ];
}

test("every room is drawn, and imports from none that stands above it", async () => {
  expect(differences(await readDrawing(), importsOf(await readHouse()))).toEqual([]);
});

test("a room that is not drawn, an empty one and an import that goes up are found", () => {
  const house = new Map([
    ["domain/low/a.ts", ["domain/high/b.ts"]],
    ["domain/high/b.ts", ["domain/low/c.ts"]],
    ["domain/low/c.ts", []],
    ["domain/new.ts", []],
  ]);
  expect(differences(["domain/low", "domain/high", "domain/gone"], house)).toEqual([
    "domain/new.ts is not drawn",
    "domain/gone is empty",
    "domain/low/a.ts imports up, from domain/high/b.ts",
  ]);
});

test("every address stands once, in a paths.ts", async () => {
  expect(addresses(await readHouse())).toEqual([]);
  const again = new Map([
    ["web/a.tsx", '/** Like "/c/x". */\n<a href={`/c/${id}`} />\nfetch("/api/x")'],
  ]);
  expect(addresses(again)).toHaveLength(2);
});
