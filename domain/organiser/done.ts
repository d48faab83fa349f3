/** What an act of the console is followed by: one of these is told on the page that comes after it. */
const DONE = [
  "life-schedule",
  "life-unschedule",
  "life-open",
  "life-pause",
  "life-resume",
  "life-correct",
  "life-extend",
  "life-close",
  "life-archive",
  "life-restore",
  "close-proposed",
  "export-proposed",
  "export-asked",
  "export-cancelled",
  "export-retried",
  "proposal-withdrawn",
  "draft-created",
  "draft-imported",
  "draft-saved",
  "draft-undone",
  "draft-redone",
  "draft-binned",
  "draft-restored",
  "translation-taken",
  "reports-done",
  "channel-added",
  "hook-removed",
  "hook-tried",
  "response-recorded",
  "response-withdrawn",
  "desk-ended",
  "texts-judged",
  "judging-undone",
  "moderation-rules",
  "themes-changed",
  "reasons-coded",
  "suggestion-taken",
  "code-revoked",
  "codes-revoked",
  "codes-seen",
  "role-changed",
  "member-removed",
  "link-withdrawn",
  "joined",
  "passkey-added",
  "passkey-removed",
  "emblem-taken",
  "emblem-removed",
  "key-revoked",
  "work-switched",
  "recount-asked",
] as const;
export type DoneCode = (typeof DONE)[number];

/** What was done, and when. */
export interface Done {
  code: DoneCode;
  /** ISO 8601, UTC. */
  at: string;
}

/** That it was done is told for so long: whoever comes back to the address later is told nothing. In ms. */
const TOLD_FOR = 10 * 60_000;

/** What is signed of it: for one session and one page, so that no link can claim that something was done. */
export const donePreimage = (session: string, path: string, { code, at }: Done): string =>
  ["kenes-done/1", session, path, code, at].join("\0");

/** As it stands in an address. */
export const doneMark = ({ code, at }: Done, signature: string): string =>
  [code, Date.parse(at).toString(36), signature].join(".");

/** What such a mark says, and the signature it has to have; `undefined` when it says nothing, or is too old. */
export function readDoneMark(
  mark: string | null,
  now: Date,
): { done: Done; signature: string } | undefined {
  const [code, time = "", signature = "", ...rest] = (mark ?? "").split(".");
  const known = DONE.find((one) => one === code);
  if (known === undefined || rest.length > 0 || !/^[0-9a-z]{1,9}$/.test(time)) return undefined;
  const at = Number.parseInt(time, 36);
  const age = now.getTime() - at;
  if (age < 0 || age > TOLD_FOR) return undefined;
  return { done: { code: known, at: new Date(at).toISOString() }, signature };
}
