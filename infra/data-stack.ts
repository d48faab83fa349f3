/**
 * What must outlive every version of the service: the tables, the releases, the secret of the
 * invitations. No release, mistake or removal of the stack deletes any of it.
 */
import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, BillingMode, StreamViewType, Table } from "aws-cdk-lib/aws-dynamodb";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { TABLES, type TableName, type TableShape } from "../functions/store/table.ts";

/**
 * The shortest time from which we can still restore. Backups forget an erased ballot only after it,
 * and a longer one costs the same: longer is worse.
 */
export const BACKUP_DAYS = 7;

/** Tables, releases and secret. */
export class DataStack extends Stack {
  readonly tables: Record<TableName, Table>;
  /** Releases under `releases/`, single ballots for a week under `exports/`. The pages' assets are elsewhere: no public path leads here. */
  readonly files: Bucket;
  /** Key of the HMAC under which invitation codes are stored. */
  readonly secret: Secret;

  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, { terminationProtection: true, ...props });

    this.tables = {
      ballots: makeTable(this, "Ballots", TABLES.ballots),
      main: makeTable(this, "Main", TABLES.main),
      ephemeral: makeTable(this, "Ephemeral", TABLES.ephemeral),
    };
    this.files = new Bucket(this, "Files", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      // Single ballots leave no old version behind, and no file that a job has lost sight of.
      lifecycleRules: [
        {
          prefix: "exports/",
          expiration: Duration.days(8),
          noncurrentVersionExpiration: Duration.days(1),
        },
        // Old ones would tell how many ballots had come when, to the minute.
        { prefix: "marks/", noncurrentVersionExpiration: Duration.days(1) },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    // Danger: changing generateSecretString makes CloudFormation draw a new value, and no invitation
    // code handed out before is known any more. For the same reason nothing rotates it.
    this.secret = new Secret(this, "InvitationSecret", {
      description: "Kenes: key of the HMAC of invitation codes. Losing it voids every code.",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
    });

    new CfnOutput(this, "BallotsTable", { value: this.tables.ballots.tableName });
    new CfnOutput(this, "MainTable", { value: this.tables.main.tableName });
    new CfnOutput(this, "EphemeralTable", { value: this.tables.ephemeral.tableName });
    new CfnOutput(this, "FilesBucket", { value: this.files.bucketName });
    // Its name; whoever may read the value says its policy.
    new CfnOutput(this, "SecretName", { value: this.secret.secretName });
  }
}

function makeTable(scope: Construct, id: string, shape: TableShape): Table {
  return new Table(scope, id, {
    partitionKey: { name: shape.partitionKey, type: AttributeType.STRING },
    sortKey: { name: shape.sortKey, type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    ...(shape.stream && { stream: StreamViewType.NEW_AND_OLD_IMAGES }),
    ...(shape.expiry && { timeToLiveAttribute: shape.expiry }),
    ...(shape.durable && {
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        recoveryPeriodInDays: BACKUP_DAYS,
      },
    }),
    deletionProtection: shape.durable,
    removalPolicy: shape.durable ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
}
