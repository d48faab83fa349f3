import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import { personsCounter } from "../../../domain/export/ballots-table.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { exportFiles } from "../../../functions/export/make.ts";
import { tendAfterClosing } from "../../../functions/jobs/after-closing.ts";
import { getExport } from "../../../functions/store/exports.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { times } from "../../support/client.ts";
import { freshEnd } from "./ended.ts";
import { longRowsOf, tableOf, unzipped } from "./unzipped.ts";

/** What Python's reader says of a zip file; `None` where every checksum in it is right. */
const tested = (bytes: Uint8Array): string => {
  const look =
    "import io,sys,zipfile; print(zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).testzip())";
  const { stdout } = spawnSync("python3", ["-c", look], { input: bytes, encoding: "utf8" });
  return stdout.trim();
};
const hasPython = spawnSync("python3", ["--version"]).status === 0;
type Random = (length: number) => Uint8Array;
const CODES = KAZAKHSTAN.recommendations.map(({ code }) => code);

let world: Awaited<ReturnType<typeof freshEnd>>;
let number = 0;
beforeAll(async () => {
  world = await freshEnd();
});

/** A consultation in which somebody may export, two hours before it closes. */
async function open() {
  const id = `files-${++number}`;
  await world.add(id);
  return { id, eva: await world.person("Eva", id, "analyst") };
}
const asked = async (id: string) => (await getExport(world.services.db, id)).request;

describe("an export", () => {
  test("that fails says so, leaves no file, and can be asked for again", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    await world.close(id);
    await eva.ask();
    const { services } = world;
    const full = async () => {
      throw Object.assign(new Error("no space is left"), { code: "ENOSPC" });
    };
    await tendAfterClosing(
      { ...services, files: { ...services.files, write: full } },
      id,
      () => false,
    );
    expect(await asked(id)).toMatchObject({ state: "failed", parts: [] });
    const page = await eva.page(ORGANISE.exportPage);
    expect(page).toContain("The export could not be made");
    expect(page).toContain("there was no room left for its files");
    expect(services.logged.at(-1)).toMatchObject({ event: "export-failed", failure: "full" });
    expect((await eva.ask()).status).toBe(303);
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "ready" });
  });

  test("whose job is killed is made again, three times at most", async () => {
    const { id, eva } = await open();
    await world.answer(id, 20);
    await world.close(id);
    await eva.ask();
    for (let tries = 1; tries <= 3; tries++) {
      expect(await world.killedAt("QueryCommand", 40, () => world.afterClosing(id))).toBe("killed");
      expect(await asked(id)).toMatchObject({ state: "making", tries });
      await world.afterClosing(id);
      expect(await asked(id)).toMatchObject({ state: "making", tries });
      await world.pass(0.34);
    }
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "failed" });
    await eva.ask();
    await world.killedAt("QueryCommand", 40, () => world.afterClosing(id));
    await world.pass(0.34);
    await world.afterClosing(id);
    expect(await asked(id)).toMatchObject({ state: "ready", tries: 2 });
  });
});

describe("the files", () => {
  const definition = { ...KAZAKHSTAN, id: "made" };
  /** Ballots that are told apart by their ratings and the order in which they were shown. */
  const ballots = (order: (codes: string[], place: number) => string[]): BallotContent[] =>
    times(30, (place) => ({
      panel: "public",
      language: "ru",
      ratings: `${1 + (place % 5)}n-`.padEnd(18, "3"),
      about: {},
      first: [],
      positions: order(CODES, place),
    }));
  /** An export of them; the random source gives the same each time where it is given. */
  const make = async (
    contents: readonly BallotContent[],
    random: Random = (length) => randomBytes(length),
    most?: number,
  ) => {
    const counter = personsCounter(definition);
    for (const content of contents) counter.add(content, 1);
    const kept = new Map<string, Uint8Array>();
    const made = await exportFiles(
      random,
      {
        definition,
        told: counter.told(),
        async *ballotsOf(bucket) {
          const place = Number.parseInt(bucket, 16);
          for (const content of contents.slice(place, place + 1)) yield { content, wording: 1 };
        },
        beside: (rows) => [["README.md", String(rows)]],
      },
      {
        keep: async (name, bytes) => void kept.set(name, Uint8Array.from(bytes)),
        bucketDone: async () => {},
        ...(most !== undefined && { pieceBytes: most }),
      },
    );
    const whole = Buffer.concat(made.parts.map(({ file }) => kept.get(file)!));
    return { ...made, whole, files: unzipped(whole) };
  };

  test("are one zip file, cut anywhere; the rows in another order under other marks each time", async () => {
    const whole = await make(ballots((codes) => codes));
    const cut = await make(
      ballots((codes) => codes),
      randomBytes,
      300,
    );
    expect(whole.parts.length).toBe(2);
    expect(cut.parts.length).toBeGreaterThan(6);
    expect(Math.max(...cut.parts.map(({ bytes }) => bytes))).toBe(300);
    expect(Object.keys(cut.files)).toEqual(["ballots.csv", "ballots.parquet", "README.md"]);
    expect([whole.rows, cut.rows, whole.files["README.md"]]).toEqual([30, 30, "30"]);
    const rows = ({ files }: { files: Record<string, string> }) =>
      tableOf(files["ballots.csv"]!).map(({ export_id: _, ...row }) => JSON.stringify(row));
    expect(rows(cut).toSorted()).toEqual(rows(whole).toSorted());
    expect(rows(cut)).not.toEqual(rows(whole));
    const marks = [whole, cut].flatMap(({ files }) =>
      tableOf(files["ballots.csv"]!).map((row) => row["export_id"]),
    );
    expect(new Set(marks).size).toBe(60);
  });

  test.skipIf(!hasPython)(
    "are whole for another program, and refused where a piece is missing",
    async () => {
      const { whole } = await make(ballots((codes) => codes));
      expect(tested(whole)).toBe("None");
      const end = whole.length;
      for (const [from, to] of [
        [0, 200],
        [400, 600],
        [end - 200, end],
      ] as const) {
        const torn = Buffer.concat([whole.subarray(0, from), whole.subarray(to)]);
        expect([from, tested(torn)]).not.toEqual([from, "None"]);
      }
    },
  );

  test("are the same to the last byte in whatever order the recommendations were shown", async () => {
    /** As random as a test needs it, and each time the same. */
    const same = () => {
      let count = 0;
      return (length: number) =>
        Buffer.concat(
          times(Math.ceil(length / 32), () =>
            createHash("sha256").update(String(count++)).digest(),
          ),
        ).subarray(0, length);
    };
    const shown = await make(
      ballots((codes) => codes),
      same(),
    );
    const turned = await make(
      ballots((codes, place) => [...codes.slice(place % 18), ...codes.slice(0, place % 18)]),
      same(),
    );
    const none = await make(
      ballots(() => []),
      same(),
    );
    expect(turned.whole.equals(shown.whole)).toBe(true);
    expect(none.whole.equals(shown.whole)).toBe(true);
  });

  test("of a consultation that everybody has left are one heading", async () => {
    const made = await make([]);
    expect(made.rows).toBe(0);
    expect(made.files["ballots.csv"]!.split("\r\n")).toHaveLength(2);
    expect(await longRowsOf(made.whole)).toEqual([]);
  });
});
