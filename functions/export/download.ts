import { type ExportRequest, isOver } from "../../domain/export/request.ts";
import type { Problem } from "../../domain/problem.ts";
import { MissingOrDenied } from "../files/files.ts";
import type { Acting } from "../organiser/acting.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { putExportLink, takeExportLink } from "../store/export-links.ts";
import { exportFile, getExport } from "../store/exports.ts";
import { getPublished } from "../store/consultations.ts";

/** How long a link to a file counts, in ms. */
const LINK_MS = 60_000;
/** Random bytes of a link. */
const TOKEN_BYTES = 24;

/** A file as it is handed out, bit by bit. */
export interface HandedOut {
  name: string;
  bytes: number;
  body: AsyncGenerator<Uint8Array>;
}

/** Whether all pieces can be sent as one file, or each has to be fetched by itself. */
export const isOneFile = (
  { mostAnswer }: Pick<Services, "mostAnswer">,
  { parts }: Pick<ExportRequest, "parts">,
): boolean => parts.length === 1 || mostAnswer === undefined || bytesOf(parts) <= mostAnswer;

const bytesOf = (parts: ExportRequest["parts"]): number =>
  parts.reduce((sum, { bytes }) => sum + bytes, 0);

/** What a piece is called, which the next one follows; programs that join pieces go by the numbers. */
const pieceName = (consultation: string, part: number): string =>
  part === 0
    ? `${consultation}-ballots.zip`
    : `${consultation}-ballots.zip.${String(part).padStart(3, "0")}`;

/** Makes a link to the export that is ready, or to one piece of it: for this session, once, for a minute. */
export async function linkToExport(
  services: Services,
  actor: TeamActor,
  wanted: string | null,
): Promise<{ token: string } | Problem> {
  const { db, now, random } = services;
  const { consultation, session } = actor;
  const request = await readyExport(services, consultation);
  const part = request && partIn(services, request, wanted);
  if (request === undefined || part === undefined) return { problem: "export-gone" };
  const token = Buffer.from(random(TOKEN_BYTES)).toString("base64url");
  const link = { consultation, key: request.key, part, session: session.hash };
  await putExportLink(db, tokenHash(token), link, now().getTime() + LINK_MS);
  return { token };
}

/**
 * Uses a link up and hands the bytes out; the log says so, or they are not. A link of another session or consultation
 * is used up as well: somebody else has it.
 */
export async function followLink(
  services: Services,
  actor: TeamActor,
  token: string | null,
): Promise<HandedOut | Problem> {
  const { db, now } = services;
  const { consultation: id, session } = actor;
  const link =
    token === null || token === ""
      ? undefined
      : await takeExportLink(db, tokenHash(token), now().getTime());
  if (link === undefined || link.session !== session.hash || link.consultation !== id) {
    return { problem: "export-link-refused" };
  }
  const request = await readyExport(services, id);
  if (request === undefined || request.key !== link.key) return { problem: "export-gone" };
  return handOut(services, actor, request, link.part);
}

/**
 * The bytes of the export that is ready, or of one piece of it, for a program that has the right itself and needs no
 * link. The log says so, or they are not handed out.
 */
export async function exportForProgram(
  services: Services,
  actor: Acting,
  wanted: string | null,
): Promise<HandedOut | Problem> {
  const request = await readyExport(services, actor.consultation);
  const part = request && partIn(services, request, wanted);
  if (request === undefined || part === undefined) return { problem: "export-gone" };
  return handOut(services, actor, request, part);
}

/** The number of a piece that is there as it was asked for; 0 is the whole, where that can be sent. */
function partIn(
  services: Pick<Services, "mostAnswer">,
  request: ExportRequest,
  wanted: string | null,
): number | undefined {
  const part = Number(/^(?:0|[1-9]\d{0,5})$/.exec(wanted ?? "")?.[0] ?? NaN);
  const isThere = isOneFile(services, request) ? part === 0 : request.parts[part - 1] !== undefined;
  return isThere ? part : undefined;
}

async function handOut(
  services: Services,
  actor: Acting,
  request: ExportRequest,
  part: number,
): Promise<HandedOut | Problem> {
  const { consultation: id } = actor;
  const parts = part === 0 ? request.parts : request.parts.slice(part - 1, part);
  const first = parts[0] && (await readPiece(services, id, request.key, parts[0].file));
  if (first === undefined) return { problem: "export-gone" };
  await record(services, id, actor, { action: "export-downloaded", before: null, after: { part } });
  const name = pieceName(id, part);
  return { name, bytes: bytesOf(parts), body: bodyOf(services, id, request.key, parts, first) };
}

const tokenHash = (token: string): string => sha256(`kenes-export-link/1\0${token}`);

async function readyExport({ db, now }: Services, id: string): Promise<ExportRequest | undefined> {
  const { request } = await getExport(db, id);
  if (request?.state !== "ready" || isOver(request, now())) return undefined;
  return (await getPublished(db, id))?.life.purge === undefined ? request : undefined;
}

/** A piece; `undefined` where it is not there although it was noted, of which the operators are told. */
async function readPiece(
  { files, log }: Services,
  id: string,
  key: string,
  file: string,
): Promise<Uint8Array | undefined> {
  const lost = (why: string) =>
    log({ level: "error", event: "export-file-lost", consultation: id, why });
  try {
    const bytes = await files.read(exportFile(id, key, file));
    if (bytes === undefined) lost("missing");
    return bytes;
  } catch (failure) {
    if (!(failure instanceof MissingOrDenied)) throw failure;
    lost("missing or denied");
    return undefined;
  }
}

/** One piece after the other, each read when the one before is on its way. A lost one breaks the answer off. */
async function* bodyOf(
  services: Services,
  id: string,
  key: string,
  parts: ExportRequest["parts"],
  first: Uint8Array,
): AsyncGenerator<Uint8Array> {
  yield first;
  for (const { file } of parts.slice(1)) {
    const bytes = await readPiece(services, id, key, file);
    if (bytes === undefined) throw new Error("a piece of an export is gone");
    yield bytes;
  }
}
