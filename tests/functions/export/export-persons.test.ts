import { beforeAll, expect, test } from "vitest";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshEnd } from "./ended.ts";
import { type Table, tableOf, unzipped } from "./unzipped.ts";

let world: Awaited<ReturnType<typeof freshEnd>>;
beforeAll(async () => {
  world = await freshEnd();
});

const { exportPage } = ORGANISE;
type Question = (typeof KAZAKHSTAN)["about"][number];

/** How many rows have each value of a column. */
function of(table: Table, column: string): Record<string, number> {
  const values = table.map((row) => row[column]!);
  const many = (value: string) => values.filter((other) => other === value).length;
  return Object.fromEntries([...new Set(values)].map((value) => [value, many(value)]));
}

test("tells of persons what five say alike; another export tells the same, whoever left meanwhile", async () => {
  const id = "export-persons";
  await world.add(id);
  const eva = await world.person("Eva", id, "analyst");
  const [region, age] = KAZAKHSTAN.about as [Question, Question];
  const about = (place: number) => ({ [region.code]: region.options[place]!.code });
  await world.answer(id, 20, 0, { about: about(0) });
  const five = await world.answer(id, 5, 0, { about: about(1) });
  await world.answer(id, 3, 0, { about: about(2) });
  await world.answer(id, 2, 0, { about: about(3) });
  const [lone] = await world.answer(id, 1, 0, { language: "en" });
  const make = async () => {
    await eva.ask();
    await world.afterClosing(id);
    expect(await eva.page(exportPage)).toContain("all others as one (99)");
    const files = unzipped(await (await eva.fetch()).arrayBuffer());
    await world.pass(7 * 24);
    await world.afterClosing(id);
    return { table: tableOf(files["ballots.csv"]!), about: files["persons.csv"]! };
  };
  await world.close(id);
  const first = await make();
  const [most, fifth] = region.options.map(({ code }) => code);
  expect(of(first.table, `about_${region.code}`)).toEqual({
    1: 20,
    2: 5,
    99: 6,
  });
  expect(of(first.table, `about_${age.code}`)).toEqual({ "-9": 31 });
  // One of another language cannot be told as one with anybody else.
  expect(of(first.table, "language")).toEqual({ "-7": 31 });
  expect(first.about.split("\r\n")).toContain(
    `public,about_${region.code},merged,${[most, fifth].toSorted().join(" ")}`,
  );
  expect(first.about.split("\r\n")).toContain("public,language,left-out,");
  for (const receipt of [five[0]!, lone!]) await world.ballot(id, "DELETE", receipt);
  const second = await make();
  expect(second.table).toHaveLength(29);
  // Of those of whom there are four now nothing is told; and of nothing more than before, though all
  // who are left have one language.
  expect(of(second.table, `about_${region.code}`)).toEqual({ 1: 20, 99: 9 });
  expect(of(second.table, "language")).toEqual({ "-7": 29 });
});
