import {
  exportRefused,
  type ExportRequest,
  exportWork,
  keptUntil,
} from "../../domain/export/request.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import type { Release } from "../../domain/release/schema.ts";
import { filesBeside } from "../export/beside.ts";
import { exportedOfBucket } from "../export/exported.ts";
import { failureOf, Overtaken, UnkeptFile } from "../export/failures.ts";
import { exportFiles } from "../export/make.ts";
import { toldOfPersons } from "../export/persons.ts";
import { KENES } from "../organiser/kenes.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { exportFile, exportPut, getExport, type StoredExport } from "../store/exports.ts";
import { BUCKETS } from "../store/keys.ts";
import { putIf } from "../store/put-if.ts";

export type AfterClosingServices = Pick<Services, "db" | "files" | "now" | "log" | "random">;

/** After so many buckets the export says how far it is, and finds out whether somebody has stopped it. */
const NOTE_EVERY = 16;
/** Each bucket is read twice: for what is told of persons, and for the files. */
const READINGS = 2 * BUCKETS.length;

/** Makes an export that was asked for, and deletes one that was stopped, is over, or is no longer allowed. */
export async function tendExport(
  services: AfterClosingServices,
  published: PublishedConsultation,
  release: Release | undefined,
): Promise<void> {
  const { db, now } = services;
  const { id } = published.definition;
  const stored = await getExport(db, id);
  const allowed = exportRefused(published, release, now()) === undefined;
  switch (exportWork(stored.request, allowed, now())) {
    case "make":
      return make(services, published, release!, stored as Begun);
    case "fail":
      return fail(services, id, stored as Begun, "died");
    case "delete":
      await removeFiles(services, id, stored.request!.key, stored.request!.parts);
      await record(services, id, KENES, { action: "export-deleted", before: null, after: null }, [
        exportPut(db, id, stored, undefined),
      ]);
      return undefined;
    case undefined:
      return undefined;
  }
}

/** An export that is there. */
type Begun = StoredExport & { request: ExportRequest };

async function make(
  services: AfterClosingServices,
  { definition }: PublishedConsultation,
  release: Release,
  stored: Begun,
): Promise<void> {
  const { db, files, now, random } = services;
  const { id } = definition;
  const { key, parts: before } = stored.request;
  const tries = stored.request.tries + 1;
  let held = stored;
  /** Says what is being done before it is done; throws when somebody has stopped it, or is doing it. */
  const note = async (more: Partial<ExportRequest>) => {
    const request = { ...held.request, ...more };
    if (!(await putIf(db, exportPut(db, id, held, request)))) throw new Overtaken();
    held = { ...held, request, revision: held.revision + 1 };
  };
  let read = 0;
  const bucketDone = async () => {
    read += 1;
    if (read % NOTE_EVERY === 0) await note({ progress: Math.floor((100 * read) / READINGS) });
  };
  /** Of each try under other names: what a run that died left can never be taken for a piece of this one. */
  const keep = async (name: string, bytes: Uint8Array) => {
    const file = `${tries}${name}`;
    await note({ parts: [...held.request.parts, { file, bytes: bytes.length }] });
    await files
      .write(exportFile(id, key, file), bytes, "application/octet-stream")
      .catch((failure: unknown) => {
        throw new UnkeptFile(failure);
      });
  };
  try {
    const madeAt = now().toISOString();
    await note({ state: "making", begunAt: madeAt, tries, progress: 0 });
    await removeFiles(services, id, key, before);
    const told = await toldOfPersons(services, definition, release, stored.told, bucketDone);
    const language = stored.request.language ?? definition.languages[0]!;
    const at = {
      release: release.release,
      releasedAt: release.releasedAt,
      closedAt: definition.closesAt ?? release.releasedAt,
      madeAt,
    };
    const source = {
      definition,
      told,
      beside: (rows: number) => filesBeside(definition, told, at, rows, language),
      ballotsOf: (bucket: string) => exportedOfBucket(db, definition, release, bucket),
    };
    const made = await exportFiles(random, source, { keep, bucketDone });
    const parts = made.parts.map(({ file, bytes }) => ({ file: `${tries}${file}`, bytes }));
    // A run of an earlier try that was only slow may have left one more file.
    await removeFiles(services, id, key, before);
    const until = keptUntil(now());
    const { progress: _, ...request } = held.request;
    const ready = { ...request, ...made, parts, state: "ready" as const, until };
    const act = { action: "export-ready", before: null, after: { until } } as const;
    const put = exportPut(db, id, { ...held, told }, ready);
    if ((await record(services, id, KENES, act, [put])) === undefined) throw new Overtaken();
  } catch (failure) {
    if (failure instanceof Overtaken) {
      // Whoever stopped it deletes what was noted; the last piece may have come after that.
      return removeFiles(services, id, key, held.request.parts.slice(before.length));
    }
    await fail(services, id, held, failureOf(failure), failure);
  }
}

async function fail(
  services: AfterClosingServices,
  id: string,
  stored: Begun,
  failure: NonNullable<ExportRequest["failure"]>,
  cause?: unknown,
): Promise<void> {
  services.log({
    level: "error",
    event: "export-failed",
    consultation: id,
    failure,
    ...(cause instanceof Error && { cause: cause.name }),
  });
  const { key, parts } = stored.request;
  await removeFiles(services, id, key, parts);
  const { progress: _, ...request } = stored.request;
  const failed = { ...request, state: "failed" as const, parts: [], failure };
  await record(services, id, KENES, { action: "export-failed", before: null, after: null }, [
    exportPut(services.db, id, stored, failed),
  ]);
}

async function removeFiles(
  { files }: AfterClosingServices,
  id: string,
  key: string,
  parts: ExportRequest["parts"],
): Promise<void> {
  for (const { file } of parts) await files.remove(exportFile(id, key, file));
}
