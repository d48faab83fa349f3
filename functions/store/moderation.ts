/**
 * How texts of a consultation are judged, and what each moderator can take back. A write says which version it
 * replaces, and is refused when that is not what is stored. Read strongly consistent.
 */
import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { Judged, ModerationRules, Standing } from "../../domain/remark/verdict.ts";
import type { Database } from "./database.ts";
import { count, json, parsed } from "./item.ts";
import { DECIDED, moderationKey } from "./keys.ts";
import { IS_NEW } from "./put-if.ts";
import { putOf, type Write } from "./write.ts";

/** Something with the revision that the next write must find; 0 when it is not stored yet. */
interface Revised {
  revision: number;
}

/** A decision that can be taken back while nobody else has judged the text. */
export interface Decision {
  /** Of the text. */
  name: string;
  /** Where it stands since, and how often it had been judged then. */
  standing: Standing;
  acts: number;
  /** What stood before. */
  before: Judged;
}

const rulesForm = z.object({ two: z.boolean(), revision: count });
const decidedForm = z.object({ decisions: json(z.array(z.custom<Decision>())), revision: count });

/** The rules of a consultation: one moderator decides unless they say otherwise. */
export async function getModerationRules(
  db: Database,
  consultation: string,
): Promise<ModerationRules & Revised> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: moderationKey(consultation),
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? { two: false, revision: 0 } : parsed(Item, rulesForm);
}

/** The write that changes the rules, over those that were read. */
export const moderationRulesWrite = (
  db: Database,
  consultation: string,
  { revision }: Revised,
  { two }: ModerationRules,
): Write =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...moderationKey(consultation),
      two: { BOOL: two },
      revision: { N: String(revision + 1) },
    },
    ...over(revision),
  });

/** What a moderator decided last, newest first. */
export async function getDecisions(
  db: Database,
  consultation: string,
  moderator: string,
): Promise<{ decisions: Decision[] } & Revised> {
  const { Item } = await db.client.send(
    new GetItemCommand({
      TableName: db.tables.main,
      Key: DECIDED.key(consultation, moderator),
      ConsistentRead: true,
    }),
  );
  return Item === undefined ? { decisions: [], revision: 0 } : parsed(Item, decidedForm);
}

/** The write that replaces what a moderator can take back. */
export const decisionsWrite = (
  db: Database,
  consultation: string,
  moderator: string,
  { revision }: Revised,
  decisions: readonly Decision[],
): Write =>
  putOf({
    TableName: db.tables.main,
    Item: {
      ...DECIDED.key(consultation, moderator),
      decisions: { S: JSON.stringify(decisions) },
      revision: { N: String(revision + 1) },
    },
    ...over(revision),
  });

const over = (revision: number) =>
  revision === 0
    ? { ConditionExpression: IS_NEW }
    : {
        ConditionExpression: "revision = :read",
        ExpressionAttributeValues: { ":read": { N: String(revision) } },
      };
