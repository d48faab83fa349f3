import {
  type ExportRequest,
  exportRefused,
  exportWork,
  keptUntil,
} from "../../domain/export/request.ts";
import type { PublishedConsultation } from "../../domain/consultation/life.ts";
import type { Release } from "../../domain/release/schema.ts";
import { ballotFiles } from "../export/make.ts";
import { toldOfPersons } from "../export/persons.ts";
import { KENES } from "../organiser/kenes.ts";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { exportFile, exportPut, getExport, type StoredExport } from "../store/exports.ts";
import { putIf } from "../store/put-if.ts";

export type AfterClosingServices = Pick<Services, "db" | "files" | "now" | "log" | "random">;

/** Makes an export that was asked for, and deletes one whose time is over or that is no longer allowed. */
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
      await removeFiles(services, id, stored.request!);
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
  const { db, files, now } = services;
  const { id } = definition;
  let held = stored;
  /** Says what is being done before it is done; throws when somebody else is doing it. */
  const note = async (more: Partial<ExportRequest>) => {
    const request = { ...held.request, ...more };
    if (!(await putIf(db, exportPut(db, id, held, request)))) throw new Overtaken();
    held = { ...held, request, revision: held.revision + 1 };
  };
  try {
    const { tries, key } = stored.request;
    await note({ state: "making", begunAt: now().toISOString(), tries: tries + 1 });
    const persons = await toldOfPersons(services, definition, release, stored.told);
    const made = await ballotFiles(services, definition, release, persons, async (text, parts) => {
      // Before the file is there, so that none is ever left behind.
      await note({ parts: [...parts, ...held.request.parts.slice(parts.length)] });
      const name = exportFile(id, key, parts.length);
      await files.write(name, new TextEncoder().encode(text), "text/csv; charset=utf-8");
    });
    // A try that died may have written more files than there are now.
    await removeFiles(services, id, held.request, made.parts.length + 1);
    const until = keptUntil(now());
    const ready = { ...held.request, ...made, state: "ready" as const, until };
    await record(services, id, KENES, { action: "export-ready", before: null, after: { until } }, [
      exportPut(db, id, { ...held, told: persons }, ready),
    ]);
  } catch (failure) {
    if (failure instanceof Overtaken) return;
    await fail(services, id, held, failure instanceof Error ? failure.name : "unknown");
  }
}

/** Another run has taken the same export on. */
class Overtaken extends Error {}

async function fail(
  services: AfterClosingServices,
  id: string,
  stored: Begun,
  failure: string,
): Promise<void> {
  services.log({ level: "error", event: "export-failed", consultation: id, failure });
  await removeFiles(services, id, stored.request);
  const failed = { ...stored.request, state: "failed" as const, parts: [] };
  await record(services, id, KENES, { action: "export-failed", before: null, after: null }, [
    exportPut(services.db, id, stored, failed),
  ]);
}

async function removeFiles(
  { files }: AfterClosingServices,
  id: string,
  { key, parts }: ExportRequest,
  from = 1,
): Promise<void> {
  for (let part = from; part <= parts.length; part++) await files.remove(exportFile(id, key, part));
}
