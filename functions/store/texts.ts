/**
 * Texts as moderators judge them: one item for all that say the same, under where it stands. A write says
 * which version it replaces, and is refused when that is not what is stored; that a text stands in one place
 * alone is a condition of its first write and of every move. Counts change in the same transaction, or not
 * at all. Read strongly consistent.
 */
import { GetItemCommand, paginateQuery, QueryCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { countsChange } from "../../domain/remark/counts.ts";
import type { Moderated } from "../../domain/remark/moderated.ts";
import { REFUSAL_REASONS } from "../../domain/remark/remark.ts";
import { readTextName, type Said, textName, textPreimage } from "../../domain/remark/same-text.ts";
import { type Standing, STANDINGS, type Vote } from "../../domain/remark/verdict.ts";
import { sha256 } from "../secrets.ts";
import type { Database } from "./database.ts";
import { formOf } from "./form.ts";
import { DamagedItem, type Item } from "./damaged-item.ts";
import { count, json, parsed } from "./item.ts";
import { TEXTS } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { countWrites } from "./text-counts.ts";
import { putOf, type Write, writeOf } from "./write.ts";

/** A text with the revision that the next write must find. */
export interface StoredText extends Moderated {
  name: string;
  revision: number;
}

const vote = z.object({ by: z.string(), verdict: z.string() }) as unknown as z.ZodMiniType<
  Vote,
  Vote
>;
const form = z.object({
  text: z.string(),
  public: count,
  expert: count,
  consentingPublic: count,
  consentingExpert: count,
  refusal: z.optional(z.enum(REFUSAL_REASONS)),
  votes: json(z.array(vote)),
  themes: json(z.array(z.string())),
  acts: count,
  revision: count,
});

/** What the text of a remark is called. */
export const nameOfText = (consultation: string, said: Said): string =>
  textName(said, sha256(textPreimage(consultation, said)));

/** The text under a name, wherever it stands; `undefined` when nobody has written it. */
export async function findText(
  db: Database,
  consultation: string,
  name: string,
  among: readonly Standing[] = STANDINGS,
): Promise<StoredText | undefined> {
  const found = await Promise.all(
    among.map(async (standing) => {
      const Key = TEXTS.key(consultation, standing, name);
      const { Item } = await db.client.send(
        new GetItemCommand({ TableName: db.tables.main, Key, ConsistentRead: true }),
      );
      return Item && readItem(Item, standing);
    }),
  );
  return found.find((text) => text !== undefined);
}

/** A page of the texts that stand somewhere, in the order of their names. */
export async function listTexts(
  db: Database,
  consultation: string,
  standing: Standing,
  { prefix, after, most }: { prefix: string; after: string | undefined; most: number },
): Promise<StoredText[]> {
  const { Items = [] } = await db.client.send(
    new QueryCommand({
      TableName: db.tables.main,
      ...TEXTS.every(consultation, standing, prefix === "" ? undefined : prefix),
      ...(after !== undefined && { ExclusiveStartKey: TEXTS.key(consultation, standing, after) }),
      Limit: most,
      ConsistentRead: true,
    }),
  );
  return Items.map((item) => readItem(item, standing));
}

/** Every text that stands somewhere, or those of them whose name begins so. */
export async function listAllTexts(
  db: Database,
  consultation: string,
  standing: Standing,
  prefix?: string,
): Promise<StoredText[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      ...TEXTS.every(consultation, standing, prefix),
      ConsistentRead: true,
    },
  );
  const texts: StoredText[] = [];
  for await (const { Items = [] } of pages) {
    texts.push(...Items.map((item) => readItem(item, standing)));
  }
  return texts;
}

/** Every accepted text to a recommendation; with an empty code, every suggestion. */
export const listAccepted = (
  db: Database,
  consultation: string,
  code: string,
): Promise<StoredText[]> => listAllTexts(db, consultation, "accepted", `${code}#`);

/** A text that changes: what was read, and what shall stand there. */
export interface TextChange {
  before: StoredText | undefined;
  after: Moderated | undefined;
}

/** The writes that change texts, and with them the counts. */
export const textWrites = (
  db: Database,
  consultation: string,
  changes: readonly TextChange[],
): Write[] => [
  ...changes.flatMap((change) => writesOf(db, consultation, change)),
  ...countWrites(
    db,
    consultation,
    changes.flatMap(({ before, after }) => {
      const { code, language } = (before ?? after)!;
      return [{ code, language, by: countsChange(before, after) }];
    }),
  ),
];

function writesOf(db: Database, consultation: string, { before, after }: TextChange): Write[] {
  const TableName = db.tables.main;
  const place = (standing: Standing, name: string) => TEXTS.key(consultation, standing, name);
  const asRead = before && {
    ConditionExpression: "revision = :read",
    ExpressionAttributeValues: { ":read": { N: String(before.revision) } },
  };
  const moved = before !== undefined && before.standing !== after?.standing;
  const taken = moved
    ? [writeOf({ Delete: { TableName, Key: place(before.standing, before.name), ...asRead! } })]
    : [];
  if (after === undefined) return taken;
  const name = textName(after, after.hash);
  const put = putOf({
    TableName,
    Item: textItem(consultation, after, (before?.revision ?? 0) + 1),
    ...(before === undefined || moved ? { ConditionExpression: IS_NEW } : asRead!),
  });
  const elsewhere =
    before === undefined ? STANDINGS.filter((standing) => standing !== after.standing) : [];
  const nowhereElse = elsewhere.map((standing) =>
    writeOf({
      ConditionCheck: { TableName, Key: place(standing, name), ConditionExpression: IS_NEW },
    }),
  );
  return [...taken, put, ...nowhereElse];
}

/** The item of a text. */
const textItem = (consultation: string, text: Moderated, revision: number): Item => ({
  ...TEXTS.key(consultation, text.standing, textName(text, text.hash)),
  ...formOf("text"),
  text: { S: text.text },
  public: { N: String(text.people.public) },
  expert: { N: String(text.people.expert) },
  consentingPublic: { N: String(text.consenting.public) },
  consentingExpert: { N: String(text.consenting.expert) },
  ...(text.refusal !== undefined && { refusal: { S: text.refusal } }),
  votes: { S: JSON.stringify(text.votes) },
  themes: { S: JSON.stringify(text.themes) },
  acts: { N: String(text.acts) },
  revision: { N: String(revision) },
});

function readItem(item: Item, standing: Standing): StoredText {
  const read = parsed(item, form);
  const name = TEXTS.name(item);
  const named = readTextName(name);
  if (named === undefined) throw new DamagedItem(item, "name");
  const { consentingPublic, consentingExpert, public: ofPublic, expert, ...rest } = read;
  return {
    ...named,
    ...rest,
    name,
    standing,
    people: { public: ofPublic, expert },
    consenting: { public: consentingPublic, expert: consentingExpert },
  };
}
