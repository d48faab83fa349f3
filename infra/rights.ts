/**
 * What each function may do, action by action: no wildcard action, and nothing but the release, the
 * recount and what is done after closing may read more than one ballot at a time out of its table.
 */
import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import type { Table } from "aws-cdk-lib/aws-dynamodb";
import type { DataStack } from "./data-stack.ts";

/** Pages and API: one ballot at a time, by its key; never a list of them, never a deletion of what lasts. */
export function webRights({ tables, files, secret }: DataStack): PolicyStatement[] {
  return [
    allow(tables.ballots.tableArn, GET, PUT),
    // A draft is frozen only as it was judged.
    allow(tables.main.tableArn, GET, PUT, UPDATE, QUERY, CHECK),
    // Of what lasts, what respondents wrote is deleted alone: by who wrote it, or as it moves from one judgement to another.
    allowItems(tables.main, ["REMARKS#*", "TEXTS#*"], DELETE),
    // Deletion is how a session ends, how a challenge or a link is used up, and how a remark of today is withdrawn; the
    // desks of a consultation are listed.
    allow(tables.ephemeral.tableArn, GET, PUT, UPDATE, DELETE, QUERY),
    allow(releases(files), READ),
    // Handed on to organisers alone (functions/export/download.ts).
    allow(exports(files), READ),
    allow(secret.secretArn, SECRET),
  ];
}

/** Tally: the stream of ballots, not their table; its cursors are ephemeral. Stores the consultations that come with the code. */
export function tallyRights(data: DataStack): PolicyStatement[] {
  const { main, ephemeral } = data.tables;
  return [
    ...streamRights(data),
    ...definitionRights(data),
    allowItems(main, ["C#*"], GET, PUT, QUERY),
    allowItems(main, ["COUNTING", "INSTALLATION", "RECOUNTS"], GET),
    allowItems(main, ["CONSULTATIONS", "COUNTING", "RECOUNTS"], PUT),
    // Begun anew where a loss is accepted.
    allowItems(main, ["INSTALLATION", "REVISIONS"], UPDATE),
    allowItems(ephemeral, ["CURSORS"], PUT, QUERY),
    // Compared with the tables at each start.
    allow(marks(data.files), READ, WRITE),
  ];
}

/** Release: the tally, and every ballot, read only: groups and the last release are counted from them. */
export function releaseRights(data: DataStack): PolicyStatement[] {
  const { ballots, main } = data.tables;
  return [
    allow(ballots.tableArn, QUERY, SCAN),
    ...jobRights(data),
    allowItems(main, ["C#*"], GET, PUT, QUERY),
    allowItems(main, ["COUNTING", "INSTALLATION"], GET),
    allowItems(main, ["INSTALLATION"], UPDATE),
    allow(releases(data.files), READ, WRITE),
    allow(marks(data.files), READ, WRITE),
  ];
}

/** Recount: every ballot, read only; and how far the tally has read each shard, which is ephemeral. */
export function recountRights(data: DataStack): PolicyStatement[] {
  const { ballots, main } = data.tables;
  return [
    allow(ballots.tableArn, QUERY, SCAN),
    allowItems(data.tables.ephemeral, ["CURSORS"], QUERY),
    ...streamRights(data),
    ...jobRights(data),
    // Asked for, kept piece by piece, and told in the log.
    allowItems(main, ["C#*", "RECOUNTS"], GET, PUT, QUERY),
  ];
}

/** Setup link: to store one, under the hash that the secret makes of its code. */
export function setupRights({ tables, secret }: DataStack): PolicyStatement[] {
  return [allowItems(tables.ephemeral, ["LINK#*"], PUT), allow(secret.secretArn, SECRET)];
}

/** Site key: the secret that makes it. */
export function siteKeyRights(data: DataStack): PolicyStatement[] {
  return [allow(data.secret.secretArn, SECRET)];
}

/** Mix: remarks out of the inbox and into the pool; of ballots, nothing. */
export function mixRights(data: DataStack): PolicyStatement[] {
  const { main, ephemeral } = data.tables;
  return [
    ...jobRights(data),
    allowItems(ephemeral, ["INBOX#*"], QUERY, DELETE),
    allowItems(main, ["REMARKS#*", "TEXTS#*"], GET, PUT),
    allowItems(main, ["TEXT-COUNTS#*"], UPDATE),
    // Of one that was said differently the text goes.
    allowItems(main, ["TEXTS#*"], CHECK, DELETE),
  ];
}

/** AfterClosing: takes ballots out, into the files of an export or for good; can write none. */
export function afterClosingRights(data: DataStack): PolicyStatement[] {
  const { ballots, main, ephemeral } = data.tables;
  return [
    allow(ballots.tableArn, QUERY, DELETE),
    ...jobRights(data),
    allowItems(ephemeral, ["C#*", "INBOX#*"], QUERY, DELETE),
    allowItems(main, ["C#*"], GET, PUT, UPDATE, QUERY),
    allowItems(main, ["CONSULTATIONS"], PUT),
    allowItems(main, ["REVISIONS"], UPDATE),
    // Each draft has a team, by which those in the bin are found.
    allowItems(main, ["TEAMS"], QUERY),
    allowItems(main, ["REMARKS#*", "TEXTS#*"], QUERY, DELETE),
    // The wording goes of what was judged, and may not be published.
    allowItems(main, ["TEXTS#*"], PUT),
    allow(releases(data.files), READ),
    allow(exports(data.files), WRITE, REMOVE),
  ];
}

/** Hooks: what is waiting and what is news, and the secret by which messages are signed. No ballot. */
export function hookRights(data: DataStack): PolicyStatement[] {
  return [
    ...jobRights(data),
    allowItems(data.tables.main, ["C#*"], PUT, QUERY),
    allow(data.secret.secretArn, SECRET),
  ];
}

/** Read-only: to say that nothing is taken any more, in the one item that says so. */
export function readOnlyRights(data: DataStack): PolicyStatement[] {
  return [allowItems(data.tables.main, ["READ-ONLY"], PUT)];
}

const GET = "dynamodb:GetItem";
const PUT = "dynamodb:PutItem";
const UPDATE = "dynamodb:UpdateItem";
const DELETE = "dynamodb:DeleteItem";
const QUERY = "dynamodb:Query";
const SCAN = "dynamodb:Scan";
/** A condition on an item that a transaction does not change. */
const CHECK = "dynamodb:ConditionCheckItem";
const READ = "s3:GetObject";
const WRITE = "s3:PutObject";
const REMOVE = "s3:DeleteObject";
const SECRET = "secretsmanager:GetSecretValue";

/**
 * What nearly every job needs: which consultations there are, and to note for which of them it fails. Guarantee: beyond it a job
 * reaches only the kinds of items that it works on, so none can read or change who is an organiser, or change who is in a team.
 */
function jobRights({ tables }: DataStack): PolicyStatement[] {
  return [...definitionRights({ tables }), allowItems(tables.main, ["TROUBLES"], GET, PUT)];
}

/** Which consultations there are, and which of them have changed. */
const definitionRights = ({ tables }: Pick<DataStack, "tables">): PolicyStatement[] => [
  allowItems(tables.main, ["CONSULTATIONS"], GET),
  allowItems(tables.main, ["CONSULTATIONS", "REVISIONS"], QUERY),
];

/**
 * Any stream the table has or will have: after a stream was off and on again it has a new ARN,
 * which the reader learns from DescribeTable, without a deployment.
 */
function streamRights(data: DataStack): PolicyStatement[] {
  const { tableArn } = data.tables.ballots;
  return [
    allow(tableArn, "dynamodb:DescribeTable"),
    allow(
      `${tableArn}/stream/*`,
      "dynamodb:DescribeStream",
      "dynamodb:GetShardIterator",
      "dynamodb:GetRecords",
    ),
  ];
}

const releases = (files: Bucket): string => files.arnForObjects("releases/*");
/** How far the tables had come, beside them. */
const marks = (files: Bucket): string => files.arnForObjects("marks/*");
const exports = (files: Bucket): string => files.arnForObjects("exports/*");

const allow = (resource: string, ...actions: string[]): PolicyStatement =>
  new PolicyStatement({ actions, resources: [resource] });

/**
 * The same to items of some partitions (functions/store/keys.ts) alone. Danger: the condition holds where a request names no
 * key, so never for a scan.
 */
function allowItems(
  { tableArn }: Table,
  partitions: string[],
  ...actions: string[]
): PolicyStatement {
  const statement = allow(tableArn, ...actions);
  statement.addCondition("ForAllValues:StringLike", { "dynamodb:LeadingKeys": partitions });
  return statement;
}
