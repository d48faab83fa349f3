import { type BallotContent, PANELS } from "../../domain/ballot/ballot.ts";
import type { StoredBallot } from "../../domain/ballot/decision.ts";
import { readLanguage } from "../../domain/language.ts";
import { isPacked } from "../../domain/ballot/rating.ts";
import { readSeen, type Seen } from "../../domain/ballot/seen.ts";
import type { BallotState, CountedBallot } from "../../domain/tally/fold.ts";
import { formIn, formOf, NewerForm } from "./form.ts";
import type { Item } from "./damaged-item.ts";
import { ballotKey, ballotName } from "./keys.ts";

/** One version of one ballot, ready to be stored. `day` is the finest time that is kept. */
export interface BallotWrite extends CountedBallot {
  consultation: string;
  day: string;
  /** The version of the wording that was shown. Kept beside what is counted, and counted nowhere. */
  wording?: number | undefined;
  /** Nothing was there when it was read, so that nothing may be replaced: what it counted is not known. */
  onlyNew?: boolean;
}

/**
 * The item of a ballot: under a kilobyte also with a hundred recommendations, so that one write is one
 * write unit. Of what earlier releases count only what has changed since is kept beside it.
 */
export const ballotItem = ({
  consultation,
  id,
  revision,
  content,
  earlier,
  seen,
  seenEarlier,
  day,
  wording = 1,
}: BallotWrite): Item => ({
  ...ballotKey(consultation, id),
  ...formOf("ballot"),
  revision: { N: String(revision) },
  ...versionAttributes(content, seen),
  ...(earlier !== undefined && {
    earlier: {
      M: changedSince(
        versionAttributes({ ...earlier, positions: [] }, seenEarlier),
        versionAttributes({ ...content, positions: [] }, seen),
      ),
    },
  }),
  day: { S: day },
  ...(wording > 1 && { wording: { N: String(wording) } }),
});

/** What a version says, and what was seen of it. Of experts nothing is seen: each was invited. */
function versionAttributes(content: BallotContent, seen: Seen | undefined): Item {
  const letters = content.panel === "public" ? readSeen(seen) : "";
  return { ...contentAttributes(content), ...(letters !== "" && { seen: { S: letters } }) };
}

/** What a ballot says, as attributes. */
const contentAttributes = (content: BallotContent): Item => ({
  panel: { S: content.panel },
  language: { S: content.language },
  ratings: { S: content.ratings },
  ...(Object.keys(content.about).length > 0 && {
    about: {
      M: Object.fromEntries(
        Object.entries(content.about)
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([question, answer]) => [question, { S: answer }]),
      ),
    },
  }),
  ...(content.first.length > 0 && { first: { S: content.first.join(" ") } }),
  ...(content.positions.length > 0 && { positions: { S: content.positions.join(" ") } }),
  ...(content.channel !== undefined && { channel: { S: content.channel } }),
});

/** The attributes of an earlier version that another does not share: `NULL` where it had none. */
function changedSince(before: Item, now: Item): Item {
  const names = Object.keys({ ...before, ...now }).filter(
    (name) => JSON.stringify(before[name]) !== JSON.stringify(now[name]),
  );
  return Object.fromEntries(names.map((name) => [name, before[name] ?? { NULL: true }]));
}

/** What stays of a withdrawn ballot: its revision, so that counts stay exact, and nothing it said. */
export const tombstoneItem = (
  consultation: string,
  id: string,
  revision: number,
  day: string,
): Item => ({
  ...ballotKey(consultation, id),
  ...formOf("ballot"),
  revision: { N: String(revision) },
  withdrawn: { BOOL: true },
  day: { S: day },
});

/** A stored item as it was read: whose it is, and what it says. */
export interface ReadItem {
  id: string;
  /** 0 when even that cannot be read. */
  revision: number;
  state: Exclude<BallotState, undefined>;
}

/**
 * Reads an item from the table or the stream. Whatever is not a ballot is `unreadable`. Throws `NewerForm`
 * alone: what a newer program wrote is counted by that one, and as nothing else.
 */
export function readBallotItem(item: Item, recommendations: number): ReadItem {
  const id = ballotName(item);
  const number = Number(item["revision"]?.N);
  const revision = Number.isSafeInteger(number) && number > 0 ? number : 0;
  if (!hasForm(item) || revision === 0) return { id, revision, state: "unreadable" };
  if (item["withdrawn"]?.BOOL === true) return { id, revision, state: "withdrawn" };
  const content = readContent(item, recommendations);
  if (content === undefined) return { id, revision, state: "unreadable" };
  const now: CountedBallot = { id, revision, content, ...seenIn("seen", item) };
  const changed = item["earlier"]?.M;
  if (changed === undefined) return { id, revision, state: now };
  const before = { ...item, ...changed };
  const earlier = readContent(before, recommendations);
  if (earlier === undefined) return { id, revision, state: "unreadable" };
  const counted = { earlier: { ...earlier, positions: [] }, ...seenIn("seenEarlier", before) };
  return { id, revision, state: { ...now, ...counted } };
}

/** What was seen of the version that an item holds, under that name; nothing where nothing was. */
function seenIn(name: "seen" | "seenEarlier", item: Item): Pick<CountedBallot, typeof name> {
  const seen = readSeen(item["seen"]?.S);
  return seen === "" ? {} : { [name]: seen };
}

/** Whether an item says its form as forms are said. */
function hasForm(item: Item): boolean {
  try {
    return formIn(item) > 0;
  } catch (failure) {
    if (failure instanceof NewerForm) throw failure;
    return false;
  }
}

function readContent(item: Item, recommendations: number): BallotContent | undefined {
  const panel = PANELS.find((one) => one === item["panel"]?.S);
  const language = readLanguage(item["language"]?.S);
  const ratings = item["ratings"]?.S;
  if (panel === undefined || language === undefined) return undefined;
  if (!isPacked(ratings, recommendations)) return undefined;
  const about = Object.entries(item["about"]?.M ?? {}).map(([question, answer]) => [
    question,
    answer.S ?? "",
  ]);
  return {
    panel,
    language,
    ratings,
    about: Object.fromEntries(about),
    first: words(item["first"]?.S),
    positions: words(item["positions"]?.S),
    ...(item["channel"]?.S !== undefined && { channel: item["channel"].S }),
  };
}

const words = (text: string | undefined): string[] => text?.split(" ") ?? [];

/** The version of the wording that a ballot was given on. */
export const wordingOfItem = (item: Item): number => Number(item["wording"]?.N ?? 1);

/** A read item as the decisions of the domain see it; `undefined` when it cannot be read. */
export function storedBallot({ revision, state }: ReadItem): StoredBallot | undefined {
  if (state === "unreadable") return undefined;
  if (state === "withdrawn") return { revision, withdrawn: true };
  const { id: _id, ...said } = state;
  return { ...said, withdrawn: false };
}
