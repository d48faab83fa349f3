import type { TextCounts } from "../../domain/remark/counts.ts";
import { readTextName } from "../../domain/remark/same-text.ts";
import { type Standing, STANDINGS } from "../../domain/remark/verdict.ts";
import { SUGGESTIONS_CHOICE } from "../../web/moderation/view.ts";
import type { Services } from "../services.ts";
import { listTexts, type StoredText } from "../store/texts.ts";
import { MOST_AT_ONCE } from "./judge.ts";

/** What of the queue is looked at: `undefined` is all of it. */
export interface Look {
  standing: Standing;
  /** Of a recommendation; empty for suggestions. */
  code: string | undefined;
  language: string | undefined;
  /** The name of the text after which the page begins. */
  after: string | undefined;
}

/** What an address, or a form, asks to be shown. */
export function readLook(fields: URLSearchParams): Look {
  const code = shortIn(fields, "code");
  const after = fields.get("after") ?? "";
  return {
    standing: STANDINGS.find((one) => one === fields.get("standing")) ?? "waiting",
    code: code === SUGGESTIONS_CHOICE ? "" : code,
    language: shortIn(fields, "language"),
    after: readTextName(after) === undefined ? undefined : after,
  };
}

/** Longer is no code or language that there is, and could be longer than a key of the store. */
const MOST = 40;
const shortIn = (fields: URLSearchParams, name: string): string | undefined => {
  const said = fields.get(name) ?? "";
  return said === "" || said.length > MOST ? undefined : said;
};

/** The same as the query of an address, without what is not said. */
export const queryOf = ({ standing, code, language, after }: Look): Record<string, string> => ({
  ...(standing !== "waiting" && { standing }),
  ...(code !== undefined && { code: code === "" ? SUGGESTIONS_CHOICE : code }),
  ...(language !== undefined && { language }),
  ...(after !== undefined && { after }),
});

/** Most texts that are passed over because their reader has judged them already. */
const MOST_READ = 200;

/** A page of the queue. */
export interface QueuePage {
  texts: StoredText[];
  /** The name after which the next page begins; `undefined` on the last. */
  next: string | undefined;
}

/**
 * Reads one page of the queue: by its keys, and of the counts alone where it has any texts, so that its length
 * does not matter. What waits for a second moderator is not shown to the first.
 */
export async function queuePage(
  { db }: Pick<Services, "db">,
  consultation: string,
  look: Look,
  counts: readonly TextCounts[],
  reader: string,
): Promise<QueuePage> {
  const { standing, after } = look;
  const most = standing === "second" ? MOST_READ : MOST_AT_ONCE + 1;
  const texts: StoredText[] = [];
  for (const prefix of prefixesOf(look, counts)) {
    if (after !== undefined && prefix < after && !after.startsWith(prefix)) continue;
    const within = after?.startsWith(prefix) ? after : undefined;
    const read = await listTexts(db, consultation, standing, { prefix, after: within, most });
    texts.push(
      ...read.filter(
        ({ votes }) => standing !== "second" || votes.every(({ by }) => by !== reader),
      ),
    );
    if (texts.length > MOST_AT_ONCE) break;
  }
  const shown = texts.slice(0, MOST_AT_ONCE);
  return { texts: shown, next: texts.length > shown.length ? shown.at(-1)!.name : undefined };
}

/** With what the names of the texts begin that are looked at, in the order of names. */
function prefixesOf({ standing, code, language }: Look, counts: readonly TextCounts[]): string[] {
  if (language === undefined) return [code === undefined ? "" : `${code}#`];
  return counts
    .filter((one) => one.language === language && (code === undefined || one.code === code))
    .filter((one) => (one.counts[standing] ?? 0) > 0)
    .map((one) => `${one.code}#${one.language}#`)
    .toSorted();
}
