/**
 * What of a consultation asks for an organiser today: by what is stored of it, and only what that organiser
 * may do something about. Of ballots nothing is looked at but what has been published.
 */
import { type PublishedConsultation, stageAt } from "./consultation/life.ts";
import { purgeState } from "./consultation/purge.ts";
import type { Draft } from "./draft/draft.ts";
import { readField } from "./draft/field.ts";
import { openingObstacles } from "./draft/opening.ts";
import { staleTexts, untranslatedTexts } from "./draft/texts.ts";
import type { ExportRequest } from "./export/request.ts";
import type { Language } from "./language.ts";
import { isFilling } from "./filling.ts";
import type { Notice, Noticed } from "./noticed.ts";
import { MOST_REPORTS } from "./translation-report.ts";
import { mayConfirm, type Proposal, type TwoPersonAct } from "./organiser/proposal.ts";
import { type Action, may, type Role } from "./organiser/role.ts";

/** One thing, with what has to be said of it. In the order of `needsOf`: what cannot wait comes first. */
export type Need =
  | { need: "stopped" | "behind" | "export-failed" | "paused" | "experts-waiting" | "complete" }
  | { need: "proposal"; act: TwoPersonAct }
  | { need: "closes" | "opens" | "export-ready" | "purge"; at: string }
  | { need: "faults" | "untranslated" | "stale" | "reports-filling"; count: number }
  | { need: `noticed-${ToldOf}`; count: number; day: string };

/** What too much of came to a consultation, of which its own organisers are told. */
type ToldOf = Exclude<Noticed, "wrong-sign-ins">;

/** What is known of one consultation, and of the organiser who looks at it. */
export interface Known {
  role: Role;
  /** The organiser's id. */
  self: string;
  /** The languages of a translator; `undefined` for whoever may change all texts. */
  languages: readonly Language[] | undefined;
  published: PublishedConsultation | undefined;
  /** Of what is not published. */
  draft: Draft | undefined;
  proposals: readonly Proposal[];
  /** Whether publication is stopped, and whether the counting lags. */
  stopped: boolean;
  behind: boolean;
  /** Of whoever may export. */
  asked: ExportRequest | undefined;
  /** How many codes were made, and how many experts have answered, as published. */
  invited: number;
  answered: number | null;
  /** How many reports of bad translations wait. */
  reports: number;
  /** What too much of came in the last days. */
  notices: readonly Notice[];
}

const DAY = 24 * 60 * 60_000;
/** So long before a day comes it is worth a line; for reminding experts a week is not too early. */
const SOON = 3 * DAY;
const TO_REMIND = 7 * DAY;

export function needsOf(known: Known, now: Date): Need[] {
  const { role, self, published, proposals, draft } = known;
  const stage = stageAt(published, now);
  const isCounted = stage === "open" || stage === "paused" || stage === "closed";
  const within = (at: string | undefined, span: number): at is string => {
    const left = at === undefined ? -1 : Date.parse(at) - now.getTime();
    return left >= 0 && left <= span;
  };
  const needs: Need[] = [];
  if (isCounted && known.stopped) needs.push({ need: "stopped" });
  if (isCounted && known.behind) needs.push({ need: "behind" });
  for (const { act, by } of mayConfirm(role) ? proposals : []) {
    if (by !== self) needs.push({ need: "proposal", act });
  }
  if (may(role, "translate") && isFilling(known.reports, MOST_REPORTS)) {
    needs.push({ need: "reports-filling", count: known.reports });
  }
  needs.push(...ofNotices(known, now));
  if (stage === "paused" && may(role, "lifecycle")) needs.push({ need: "paused" });
  if (may(role, "export")) needs.push(...ofExport(known.asked, now));
  const { opensAt, closesAt } = published?.definition ?? {};
  if (stage === "scheduled" && within(opensAt, SOON)) needs.push({ need: "opens", at: opensAt });
  if (stage === "open" && within(closesAt, SOON)) needs.push({ need: "closes", at: closesAt });
  const isWaiting = known.answered !== null && known.answered < known.invited;
  if (stage === "open" && within(closesAt, TO_REMIND) && isWaiting && may(role, "invite")) {
    needs.push({ need: "experts-waiting" });
  }
  const purge = published && purgeState(published, now);
  if (stage === "archived" && purge?.state === "planned" && within(purge.at, TO_REMIND)) {
    needs.push({ need: "purge", at: purge.at });
  }
  if (stage === "draft" && draft !== undefined) needs.push(...ofDraft(known, draft, now));
  return needs;
}

/** Who does something about what too much of came. */
const SEEN_TO: Readonly<Record<ToldOf, Action>> = {
  "wrong-invitations": "invite",
  reports: "translate",
  remarks: "moderate",
};

/** Of each kind the newest notice, of today or the day before: days are those of UTC. */
function ofNotices({ role, notices }: Known, now: Date): Need[] {
  const since = new Date(now.getTime() - DAY).toISOString().slice(0, 10);
  return Object.entries(SEEN_TO).flatMap(([kind, action]): Need[] => {
    const newest = notices.find((one) => one.kind === kind && one.day >= since);
    return newest === undefined || !may(role, action)
      ? []
      : [{ need: `noticed-${kind as ToldOf}`, count: newest.band, day: newest.day }];
  });
}

function ofExport(asked: ExportRequest | undefined, now: Date): Need[] {
  if (asked?.state === "failed") return [{ need: "export-failed" }];
  const isThere = asked?.state === "ready" && Date.parse(asked.until ?? "") > now.getTime();
  return isThere ? [{ need: "export-ready", at: asked.until! }] : [];
}

/** A translator is asked for the texts of their own languages alone, an owner for opening too. */
function ofDraft({ role, languages }: Known, draft: Draft, now: Date): Need[] {
  if (!may(role, "translate")) return [];
  const own = (names: string[]) =>
    names.filter((name) => languages?.includes(readField(name)?.language ?? "") ?? true).length;
  const faults = may(role, "edit") ? openingObstacles(draft, "open", now).length : 0;
  const counted: Need[] = [
    { need: "faults", count: faults },
    { need: "untranslated", count: own(untranslatedTexts(draft)) },
    { need: "stale", count: own(staleTexts(draft)) },
  ];
  const there = counted.filter((one) => "count" in one && one.count > 0);
  const isComplete = faults === 0 && may(role, "lifecycle");
  return isComplete ? [{ need: "complete" }, ...there] : there;
}
