import { paginateQuery } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import {
  type Proposal,
  TWO_PERSON_ACTS,
  type TwoPersonAct,
} from "../../domain/organiser/proposal.ts";
import type { Database } from "./database.ts";
import { json, moment, parsed } from "./item.ts";
import { PROPOSALS } from "./keys.ts";
import { type Write, writeOf } from "./write.ts";

const form = z.object({
  proposal: z.optional(
    json(
      z.object({
        act: z.enum(TWO_PERSON_ACTS),
        by: z.string(),
        name: z.string(),
        at: moment,
        language: z.optional(z.string()),
      }),
    ),
  ),
});

/** Every proposal of a consultation that was neither confirmed nor taken back; some may have lapsed. */
export async function listProposals(db: Database, consultation: string): Promise<Proposal[]> {
  const pages = paginateQuery(
    { client: db.client },
    { TableName: db.tables.main, ...PROPOSALS.every(consultation), ConsistentRead: true },
  );
  const proposals: Proposal[] = [];
  for await (const { Items = [] } of pages) {
    proposals.push(...Items.flatMap((item) => parsed(item, form).proposal ?? []));
  }
  return proposals;
}

/**
 * The write that puts one proposal of an act in the place of another, or of none; refused when it is
 * no longer what it was read as. Nothing that lasts is deleted: an item without a proposal stays.
 */
export const proposalWrite = (
  db: Database,
  consultation: string,
  act: TwoPersonAct,
  before: Proposal | undefined,
  after: Proposal | undefined,
): Write =>
  writeOf({
    Put: {
      TableName: db.tables.main,
      Item: {
        ...PROPOSALS.key(consultation, act),
        ...(after !== undefined && { proposal: { S: JSON.stringify(after) } }),
      },
      ...(before === undefined
        ? { ConditionExpression: "attribute_not_exists(proposal)" }
        : {
            ConditionExpression: "proposal = :was",
            ExpressionAttributeValues: { ":was": { S: JSON.stringify(before) } },
          }),
    },
  });
