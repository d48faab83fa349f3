/**
 * What each function may do, action by action: no wildcard action, and nothing but the release, the
 * recount and what is done after closing may read more than one ballot at a time out of its table.
 */
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { DataStack } from "./data-stack.ts";

/** Pages and API: one ballot at a time, by its key; never a list of them, never a deletion of what lasts. */
export function webRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.ballots.tableArn, [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:ConditionCheckItem",
    ]),
    ...mainRights(data),
    // A draft is frozen only as it was judged.
    allow(data.tables.main.tableArn, ["dynamodb:ConditionCheckItem"]),
    remarkDeletion(data),
    // Deletion is how a session ends, how a challenge or a link is used up, and how a remark of today is withdrawn; the
    // desks of a consultation are listed.
    allow(data.tables.ephemeral.tableArn, [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:DeleteItem",
      "dynamodb:Query",
    ]),
    allow(releases(data), ["s3:GetObject"]),
    // Handed on to organisers alone (functions/export/download.ts).
    allow(exports(data), ["s3:GetObject"]),
    allow(data.secret.secretArn, ["secretsmanager:GetSecretValue"]),
  ];
}

/** Tally: the stream of ballots, not their table; its cursors are ephemeral. */
export function tallyRights(data: DataStack): PolicyStatement[] {
  return [
    ...streamRights(data),
    ...mainRights(data),
    allow(data.tables.ephemeral.tableArn, ["dynamodb:PutItem", "dynamodb:Query"]),
    // Compared with the tables at each start, and begun anew where a loss is accepted.
    allow(marks(data), ["s3:GetObject", "s3:PutObject"]),
  ];
}

/** Release: the tally, and every ballot, read only: groups and the last release are counted from them. */
export function releaseRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.ballots.tableArn, ["dynamodb:Query", "dynamodb:Scan"]),
    ...mainRights(data),
    allow(releases(data), ["s3:GetObject", "s3:PutObject"]),
    allow(marks(data), ["s3:GetObject", "s3:PutObject"]),
  ];
}

/** Recount: every ballot, read only; and how far the tally has read each shard, which is ephemeral. */
export function recountRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.ballots.tableArn, ["dynamodb:Query", "dynamodb:Scan"]),
    allow(data.tables.ephemeral.tableArn, ["dynamodb:Query"]),
    ...streamRights(data),
    ...mainRights(data),
  ];
}

/** Setup link: to store one, under the hash that the secret makes of its code. */
export function setupRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.ephemeral.tableArn, ["dynamodb:PutItem"]),
    allow(data.secret.secretArn, ["secretsmanager:GetSecretValue"]),
  ];
}

/** Mix: remarks out of the inbox and into the pool; of ballots, nothing. */
export function mixRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.ephemeral.tableArn, ["dynamodb:Query", "dynamodb:DeleteItem"]),
    ...mainRights(data),
    allow(data.tables.main.tableArn, ["dynamodb:ConditionCheckItem"]),
    remarkDeletion(data),
  ];
}

/** AfterClosing: takes ballots out, into the files of an export or for good; can write none. */
export function afterClosingRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.ballots.tableArn, ["dynamodb:Query", "dynamodb:DeleteItem"]),
    allow(data.tables.ephemeral.tableArn, ["dynamodb:Query", "dynamodb:DeleteItem"]),
    ...mainRights(data),
    remarkDeletion(data),
    allow(releases(data), ["s3:GetObject"]),
    allow(exports(data), ["s3:PutObject", "s3:DeleteObject"]),
  ];
}

/** Hooks: what is waiting and what is news, and the secret by which messages are signed. No ballot. */
export function hookRights(data: DataStack): PolicyStatement[] {
  return [...mainRights(data), allow(data.secret.secretArn, ["secretsmanager:GetSecretValue"])];
}

function mainRights(data: DataStack): PolicyStatement[] {
  return [
    allow(data.tables.main.tableArn, [
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:UpdateItem",
      "dynamodb:Query",
    ]),
  ];
}

/**
 * Any stream the table has or will have: after a stream was off and on again it has a new ARN,
 * which the reader learns from DescribeTable, without a deployment.
 */
function streamRights(data: DataStack): PolicyStatement[] {
  const { tableArn } = data.tables.ballots;
  return [
    allow(tableArn, ["dynamodb:DescribeTable"]),
    allow(`${tableArn}/stream/*`, [
      "dynamodb:DescribeStream",
      "dynamodb:GetShardIterator",
      "dynamodb:GetRecords",
    ]),
  ];
}

/** Remarks are the one thing of what lasts that is deleted: by who wrote them, or with the ballots; and their texts move. */
function remarkDeletion(data: DataStack): PolicyStatement {
  const deletion = allow(data.tables.main.tableArn, ["dynamodb:DeleteItem"]);
  deletion.addCondition("ForAllValues:StringLike", {
    "dynamodb:LeadingKeys": ["REMARKS", "TEXTS"].map((kind) => `${kind}#*`),
  });
  return deletion;
}

function releases(data: DataStack): string {
  return data.files.arnForObjects("releases/*");
}

/** How far the tables had come, beside them. */
function marks(data: DataStack): string {
  return data.files.arnForObjects("marks/*");
}

function exports(data: DataStack): string {
  return data.files.arnForObjects("exports/*");
}

function allow(resource: string, actions: string[]): PolicyStatement {
  return new PolicyStatement({ actions, resources: [resource] });
}
