import { paginateQuery, type TransactWriteItem } from "@aws-sdk/client-dynamodb";
import type { Proposal, TwoPersonAct } from "../../domain/organiser/proposal.ts";
import type { Database } from "./database.ts";

const PROPOSAL = "PROPOSAL#";

/** Every proposal of a consultation that was neither confirmed nor taken back; some may have lapsed. */
export async function listProposals(db: Database, consultation: string): Promise<Proposal[]> {
  const pages = paginateQuery(
    { client: db.client },
    {
      TableName: db.tables.main,
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :proposal)",
      ExpressionAttributeValues: {
        ":pk": { S: `C#${consultation}` },
        ":proposal": { S: PROPOSAL },
      },
      ConsistentRead: true,
    },
  );
  const proposals: Proposal[] = [];
  for await (const { Items = [] } of pages) {
    proposals.push(
      ...Items.flatMap(({ proposal }) =>
        proposal?.S === undefined ? [] : [JSON.parse(proposal.S) as Proposal],
      ),
    );
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
): TransactWriteItem => ({
  Put: {
    TableName: db.tables.main,
    Item: {
      pk: { S: `C#${consultation}` },
      sk: { S: PROPOSAL + act },
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
