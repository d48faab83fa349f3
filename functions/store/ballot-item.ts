import { type BallotContent, PANELS } from "../../domain/ballot/ballot.ts";
import type { StoredBallot } from "../../domain/ballot/decision.ts";
import { readLanguage } from "../../domain/language.ts";
import { isPacked } from "../../domain/ballot/rating.ts";
import type { BallotState, CountedBallot } from "../../domain/tally/fold.ts";
import { formIn, formOf, NewerForm } from "./form.ts";
import type { Item } from "./item.ts";
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
  day,
  wording = 1,
}: BallotWrite): Item => ({
  ...ballotKey(consultation, id),
  ...formOf("ballot"),
  revision: { N: String(revision) },
  ...contentAttributes(content),
  ...(earlier !== undefined && { earlier: { M: changedSince(earlier, content) } }),
  day: { S: day },
  ...(wording > 1 && { wording: { N: String(wording) } }),
});

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
function changedSince(earlier: BallotContent, content: BallotContent): Item {
  const [before, now] = [earlier, content].map((one) =>
    contentAttributes({ ...one, positions: [] }),
  ) as [Item, Item];
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
  const changed = item["earlier"]?.M;
  if (changed === undefined) return { id, revision, state: { id, revision, content } };
  const earlier = readContent({ ...item, ...changed }, recommendations);
  if (earlier === undefined) return { id, revision, state: "unreadable" };
  return { id, revision, state: { id, revision, content, earlier: { ...earlier, positions: [] } } };
}

/** Whether an item says its form as forms are said. */
function hasForm(item: Item): boolean {
  try {
    return formIn(item, "ballot") > 0;
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
  return state === "withdrawn"
    ? { revision, withdrawn: true }
    : { revision, withdrawn: false, content: state.content, earlier: state.earlier };
}
