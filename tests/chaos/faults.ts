/** What is done to a running installation while people answer. Each ends by itself, with the parts running again. */
import { once } from "node:events";
import { open, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { isAlive } from "../../functions/local/java.ts";
import { readInstance } from "../../functions/local/instance.ts";
import { RESULTS, pathOf } from "../../domain/paths.ts";
import type { RunningServer } from "../support/server.ts";

/** The installation that is hurt; `server` is another after a restart. */
export interface Patient {
  server: RunningServer;
  /** Where the machine's clock is told to be ahead or behind (`shifted-clock.mjs`). */
  clockFile: string;
  /** The folder is a small disk of its own. */
  isOwnDisk: boolean;
}

export interface Fault {
  name: string;
  /** Why it cannot be tried here. */
  missing?: (patient: Patient) => string | undefined;
  strike: (patient: Patient) => Promise<void>;
  /** Most seconds from its end until something is saved again. */
  within: number;
}

const databaseOf = async ({ server }: Patient): Promise<number> =>
  (await readInstance(server.folder)).own!.databasePid;

/** Starts the server again, as whatever watches over services would. */
async function restart(patient: Patient): Promise<void> {
  patient.server = await patient.server.again();
}

async function killServer(patient: Patient): Promise<void> {
  const { process: child } = patient.server;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  await restart(patient);
}

async function killDatabase(patient: Patient): Promise<void> {
  const pid = await databaseOf(patient);
  process.kill(pid, "SIGKILL");
  while (await isAlive(pid)) await wait(10);
}

/** Stops a process for a while, as a hung one or a machine asleep. */
async function freeze(pid: number, ms: number): Promise<void> {
  process.kill(pid, "SIGSTOP");
  await wait(ms);
  if (await isAlive(pid)) process.kill(pid, "SIGCONT");
}

/** Writes a file until not one block is left, while others write too. */
async function fillUp(file: string): Promise<void> {
  const handle = await open(file, "w");
  try {
    for (const size of [2 ** 20, 2 ** 12]) {
      const some = Buffer.alloc(size);
      const isFull = (failure: unknown) => (failure as NodeJS.ErrnoException).code === "ENOSPC";
      for (let room = true; room;) {
        room = await handle.appendFile(some).then(
          () => true,
          (failure: unknown) => {
            if (isFull(failure)) return false;
            throw failure;
          },
        );
      }
    }
  } finally {
    await handle.close();
  }
}

/** Sets the clock of the server ahead, or behind, by so many seconds. */
const shiftClock = ({ clockFile }: Patient, seconds: number): Promise<void> =>
  writeFile(clockFile, String(seconds));

const DAY = 24 * 60 * 60;

export const FAULTS: readonly Fault[] = [
  { name: "the server is killed", strike: killServer, within: 10 },
  { name: "the database is killed", strike: killDatabase, within: 10 },
  {
    name: "server and database are killed together",
    strike: async (patient) => {
      await killDatabase(patient);
      await killServer(patient);
    },
    within: 10,
  },
  {
    name: "the database hangs for 8 seconds",
    strike: async (patient) => freeze(await databaseOf(patient), 8_000),
    within: 10,
  },
  {
    name: "the server sleeps for 5 seconds",
    strike: ({ server }) => freeze(server.process.pid!, 5_000),
    within: 10,
  },
  {
    name: "the server is ended in order and started again",
    strike: async (patient) => {
      const { process: child } = patient.server;
      child.kill("SIGTERM");
      if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
      await restart(patient);
    },
    within: 10,
  },
  {
    name: "the clock is a day ahead, and goes back",
    strike: async (patient) => {
      await shiftClock(patient, DAY);
      await wait(8_000);
      await shiftClock(patient, 0);
    },
    within: 5,
  },
  {
    name: "the clock is a day behind, and goes on",
    strike: async (patient) => {
      await shiftClock(patient, -DAY);
      await wait(8_000);
      await shiftClock(patient, 0);
    },
    within: 5,
  },
  {
    name: "the disk is full for 10 seconds",
    missing: ({ isOwnDisk }) => (isOwnDisk ? undefined : "only root can mount a small disk"),
    strike: async ({ server: { folder } }) => {
      const filler = join(folder, "filler");
      await fillUp(filler);
      await wait(10_000);
      await rm(filler);
    },
    within: 15,
  },
  {
    name: "300 connections that say nothing",
    strike: async ({ server: { url } }) => {
      const { hostname, port } = new URL(url);
      const sockets = Array.from({ length: 300 }, () =>
        connect(Number(port), hostname).on("error", () => {}),
      );
      for (const one of sockets)
        one.write("PUT /api/consultations/kazakhstan-2019/ballot HTTP/1.1\r\n");
      await wait(5_000);
      for (const one of sockets) one.destroy();
    },
    within: 5,
  },
  {
    name: "64 readers of the results for 6 seconds",
    strike: async ({ server: { url } }) => {
      const page = url + pathOf(RESULTS, { id: "kazakhstan-2019" });
      const end = performance.now() + 6_000;
      const reader = async () => {
        while (performance.now() < end) {
          await fetch(page)
            .then((answer) => answer.arrayBuffer())
            .catch(() => wait(50));
        }
      };
      await Promise.all(Array.from({ length: 64 }, reader));
    },
    within: 5,
  },
];
