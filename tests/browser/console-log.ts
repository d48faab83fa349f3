import { type LogEntry, type LogValue, nextEntry } from "../../domain/organiser/log.ts";
import { sha256 } from "../../functions/secrets.ts";
import type { Services } from "../../functions/services.ts";
import { appendEntry } from "../../functions/store/log.ts";
import { times } from "../support/client.ts";

type Done = [action: string, before: LogValue, after: LogValue, who?: string];

const member = { name: "Болат", role: "editor" };
const group = { group: "0123456789abcdef", label: "" };
const proposed = { proposedBy: "Анна", confirmedBy: "Болат" };

/** One of everything that is ever recorded, with what stands before and after. */
const EVERYTHING: Done[] = [
  ["team-set-up", null, { name: "Анна", role: "owner" }],
  ["draft-created", null, { way: "duplicate" }],
  [
    "draft-changed",
    { revision: 3 },
    { revision: 4, fields: ["title.kk", "recommendations.1.measures.ru", "closesAt"], count: 3 },
  ],
  ["draft-undone", { revision: 4 }, { undone: 4 }],
  ["team-invited", null, { role: "editor" }],
  ["team-link-withdrawn", { role: "editor", by: "Анна" }, null],
  ["team-joined", null, member],
  ["role-changed", member, { ...member, role: "analyst" }],
  ["team-left", member, null],
  ["life-schedule", { stage: "draft" }, { step: "schedule", draft: 4 }],
  ["life-open", { stage: "scheduled" }, { step: "open", draft: 4, untranslated: 2 }],
  [
    "life-correct",
    { stage: "open" },
    { step: "correct", draft: 5, note: { en: "2026", ru: "2026", kk: "2026" } },
  ],
  ["invitations-made", null, { ...group, label: "№ 1", count: 20, expires: "2099-12-31" }],
  ["invitations-made", null, { ...group, count: 20, expires: null }],
  ["invitation-revoked", group, null],
  ["invitations-replaced", group, { expires: "2099-12-31" }],
  ["reminders-listed", null, { ...group, label: "№ 1" }],
  ["channel-added", null, { channel: "added-1", label: "Радио" }],
  ["hook-added", null, { host: "hooks.example.org" }],
  ["hook-off", { host: "hooks.example.org" }, null],
  ["hook-tried", null, { host: "hooks.example.org" }],
  ["hook-on", null, { host: "hooks.example.org" }],
  ["hook-removed", { host: "hooks.example.org" }, null],
  ["key-made", null, { key: "Сайт", role: "editor", steps: true, expires: "2099-12-31" }],
  ["channel-added", null, { channel: "added-2", label: "Радио" }, "Сайт <Анна>"],
  ["team-left", { ...member, keys: ["Сайт", "№ 2"] }, null],
  ["key-revoked", { key: "Сайт", role: "translator", languages: ["kk"] }, null],
  ["response-recorded", null, { response: 1, recommendation: "K1", status: "accepted" }],
  [
    "response-corrected",
    { response: 1, recommendation: "K1" },
    { response: 2, recommendation: "K1", status: "partly-accepted" },
  ],
  ["response-withdrawn", { response: 2, recommendation: "K1" }, null],
  ["desk-link-made", null, { addressee: "K", until: "2099-11-30T10:00:00.000Z" }],
  ["desk-opened", null, { addressee: "K" }],
  ["desk-response-recorded", null, { response: 4, recommendation: "K1", status: "done" }],
  [
    "desk-response-corrected",
    { response: 4, recommendation: "K1" },
    { response: 5, recommendation: "K1", status: "in-progress" },
  ],
  ["desk-ended", { addressee: "K" }, null],
  ["texts-judged", null, { texts: 20, accepted: 17, refused: 3 }],
  ["judging-undone", null, { texts: 1 }],
  ["moderation-rules", { moderators: 1 }, { moderators: 2 }],
  ["work-switched", { mode: "auto" }, { mode: "on" }],
  ["themes-changed", { themes: 2 }, { themes: 3 }],
  ["reasons-coded", null, { texts: 12 }],
  ["reports-done", { count: 140 }, null],
  ["suggestion-taken", null, { into: "wave-2" }],
  ["life-pause", { stage: "open" }, { step: "pause", draft: 5, note: { ru: "2026" } }],
  [
    "life-extend",
    { stage: "open", until: "2099-11-30T10:00:00.000Z" },
    { step: "extend", draft: 5, until: "2099-12-31T10:00:00.000Z", note: { ru: "2026" } },
  ],
  ["close-proposed", null, null],
  ["proposal-withdrawn", { act: "close", proposedBy: "Анна" }, null],
  ["life-close", { stage: "paused" }, { step: "close", draft: 5, ...proposed }],
  ["export-proposed", null, null],
  ["export-asked", null, { release: 7, ...proposed }],
  ["export-ready", null, { until: "2099-12-31T10:00:00.000Z" }],
  ["export-downloaded", null, { part: 1 }],
  ["export-failed", null, null],
  ["export-deleted", null, null],
  ["life-archive", { stage: "closed" }, { step: "archive", draft: 5 }],
  ["purge-begun", null, { release: 7, ballots: { public: 210, expert: 20 } }],
  ["ballots-purged", null, { release: 7, ballots: { public: 210, expert: null } }],
];

/** So many entries, the last of them one of everything; `broken` says which was changed afterwards. */
export async function writeLog(
  { db }: Services,
  consultation: string,
  count = EVERYTHING.length,
  broken?: number,
): Promise<void> {
  const before = times(count - EVERYTHING.length, (): Done => ["life-pause", null, null]);
  const entries: LogEntry[] = [];
  for (const [action, was, is, who = "Анна"] of [...before, ...EVERYTHING]) {
    const at = `2026-11-${10 + (entries.length % 20)}T08:30:00Z`;
    const salt = "0".repeat(32);
    const done = { at, who, action, before: was, after: is, salt };
    entries.push(nextEntry(consultation, entries.at(-1), done, sha256));
  }
  for (const entry of entries) {
    const written = entry.number === broken ? { ...entry, who: "Болат" } : entry;
    await appendEntry(db, consultation, written, []);
  }
}
