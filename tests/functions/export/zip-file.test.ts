import { spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { BallotContent } from "../../../domain/ballot/ballot.ts";
import { personsCounter } from "../../../domain/export/ballots-table.ts";
import { exportFiles } from "../../../functions/export/make.ts";
import { times } from "../../support/client.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
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
      tableOf(files["ballots.csv"]!).map((row) => Object.values(row).slice(1).join());
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
