import { expect, test } from "vitest";
import { untilDone } from "../../functions/local/repeat.ts";
import type { OwnDatabase } from "../../functions/local/start-database.ts";
import { MOST_ENDS, supervise } from "../../functions/local/supervise.ts";
import type { LogLine } from "../../functions/services.ts";

/** A database that ends when it is told to. */
function mortal(port: number) {
  const { promise: exited, resolve: end } = Promise.withResolvers<string>();
  const database: OwnDatabase = {
    endpoint: `http://127.0.0.1:${port}`,
    accessKeyId: "KEY",
    port,
    keeperPid: 0,
    databasePid: 0,
    isSecluded: true,
    exited,
    stop: async () => end("stopped"),
  };
  return { database, end };
}

function supervised({ hold = async () => true } = {}) {
  const lines: LogLine[] = [];
  const recorded: string[] = [];
  const started = [mortal(1)];
  const database = supervise(started[0]!.database, {
    start: async (port) => {
      started.push(mortal(port + 1));
      return started.at(-1)!.database;
    },
    hold,
    after: async ({ endpoint }) => void recorded.push(endpoint),
    log: (line) => lines.push(line),
    firstPause: 1,
  });
  return { database, started, lines, recorded };
}

test("a database that ends is started again, its new address is made known, and used by whoever asks", async () => {
  const { database, started, recorded } = supervised();
  expect(database.endpoint).toBe("http://127.0.0.1:1");
  started[0]!.end("killed");
  await expect.poll(() => recorded).toEqual(["http://127.0.0.1:2"]);
  expect(database.endpoint).toBe("http://127.0.0.1:2");
  await database.stop();
  expect(await database.exited).toBe("stopped");
  expect(started).toHaveLength(2);
});

test("one that ends again and again is given up, and says how often and why", async () => {
  const { database, started } = supervised();
  for (let ended = 1; ended <= MOST_ENDS; ended++) {
    await expect.poll(() => started.length).toBe(ended);
    started[ended - 1]!.end("killed");
  }
  expect(await database.exited).toBe("it ended 5 times within ten minutes, at last: killed");
});

test("where another server has taken the folder meanwhile nothing is started", async () => {
  const { database, started } = supervised({ hold: async () => false });
  started[0]!.end("killed");
  expect(await database.exited).toMatch("another server has taken the data folder");
  expect(started).toHaveLength(1);
});

test("what has to be done once is tried until it succeeds, and ends with all", async () => {
  const lines: LogLine[] = [];
  let tries = 0;
  const stop = new AbortController();
  const job = async () => {
    if (++tries < 3) throw new Error("the disk is full");
  };
  await untilDone("first", 1, stop.signal, (line) => lines.push(line), job);
  expect([tries, lines.length]).toEqual([3, 2]);
  const never = untilDone(
    "never",
    1,
    stop.signal,
    () => {},
    () => Promise.reject(new Error("no")),
  );
  stop.abort();
  await never;
});
