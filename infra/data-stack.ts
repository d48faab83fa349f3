/**
 * What must outlive every version of the service: the tables, the releases, the secret of the
 * invitations. No release, mistake or removal of the stack deletes any of it.
 */
import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import {
  AttributeType,
  BillingMode,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { AnyPrincipal, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { type IKey, Key } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import { TABLES, type TableName, type TableShape } from "../functions/store/table.ts";
import { accepted } from "./nag.ts";
import type { Settings } from "./settings.ts";

/**
 * The shortest time from which we can still restore. Backups forget an erased ballot only after it,
 * and a longer one costs the same: longer is worse.
 */
export const BACKUP_DAYS = 7;

/** What of the settings it needs. */
interface DataStackProps extends StackProps {
  settings: Pick<Settings, "kms" | "writeCap">;
}

/** Tables, releases and secret. */
export class DataStack extends Stack {
  readonly tables: Record<TableName, Table>;
  /** Releases under `releases/`, single ballots for a week under `exports/`. The pages' assets are elsewhere: no public path leads here. */
  readonly files: Bucket;
  /** Key of the HMAC under which invitation codes are stored. */
  readonly secret: Secret;

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, { terminationProtection: true, ...props });

    const key = settings.kms ? keyOfOurs(this) : undefined;
    const shared = { key, writeCap: settings.writeCap };
    this.tables = {
      ballots: makeTable(this, "Ballots", { ...TABLES.ballots, ...shared }),
      main: makeTable(this, "Main", { ...TABLES.main, ...shared }),
      ephemeral: makeTable(this, "Ephemeral", { ...TABLES.ephemeral, ...shared }),
    };
    accepted(
      this.tables.ephemeral,
      "AwsSolutions-DDB3",
      "Sessions, challenges and remarks of the day: what is there for a short time only must be in no backup.",
    );
    this.files = new Bucket(this, "Files", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      ...(key === undefined
        ? { encryption: BucketEncryption.S3_MANAGED }
        : { encryption: BucketEncryption.KMS, encryptionKey: key, bucketKeyEnabled: true }),
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
    accepted(
      this.files,
      "AwsSolutions-S1",
      "A log of accesses would hold when which single ballots were handed on. Nothing public leads to this bucket.",
    );
    // Danger: changing generateSecretString makes CloudFormation draw a new value, and no invitation
    // code handed out before is known any more. For the same reason nothing rotates it.
    this.secret = new Secret(this, "InvitationSecret", {
      description: "Kenes: key of the HMAC of invitation codes. Losing it voids every code.",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.RETAIN,
      ...(key && { encryptionKey: key }),
    });
    accepted(
      this.secret,
      "AwsSolutions-SMG4",
      "Rotating it would void every invitation, channel link and signature that was handed out.",
    );

    new CfnOutput(this, "BallotsTable", { value: this.tables.ballots.tableName });
    new CfnOutput(this, "MainTable", { value: this.tables.main.tableName });
    new CfnOutput(this, "EphemeralTable", { value: this.tables.ephemeral.tableName });
    new CfnOutput(this, "FilesBucket", { value: this.files.bucketName });
    // Its name; whoever may read the value says its policy.
    new CfnOutput(this, "SecretName", { value: this.secret.secretName });
  }
}

/**
 * A key of one's own for what lasts. Whoever may use the tables, the files or the secret may use it through them, as with
 * Amazon's own keys; by itself nobody of the account can who is not given it. Danger: without it all of that is lost.
 */
function keyOfOurs(scope: Construct): Key {
  const key = new Key(scope, "Key", {
    description:
      "Kenes: ballots, what is published of them, and the secret. Losing it loses them all.",
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
  const through = ["dynamodb", "s3", "secretsmanager"].map(
    (service) => `${service}.${Aws.REGION}.amazonaws.com`,
  );
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new AnyPrincipal()],
      actions: [
        "kms:Decrypt",
        "kms:Encrypt",
        "kms:GenerateDataKey",
        "kms:GenerateDataKeyWithoutPlaintext",
        "kms:ReEncryptFrom",
        "kms:ReEncryptTo",
        "kms:CreateGrant",
        "kms:DescribeKey",
      ],
      resources: ["*"],
      conditions: {
        StringEquals: { "kms:CallerAccount": Aws.ACCOUNT_ID, "kms:ViaService": through },
      },
    }),
  );
  return key;
}

interface HowATable extends TableShape {
  key: IKey | undefined;
  writeCap: number | undefined;
}

function makeTable(scope: Construct, id: string, shape: HowATable): Table {
  return new Table(scope, id, {
    partitionKey: { name: shape.partitionKey, type: AttributeType.STRING },
    sortKey: { name: shape.sortKey, type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    ...(shape.writeCap !== undefined && { maxWriteRequestUnits: shape.writeCap }),
    // Under Amazon's own key each table is encrypted anyway.
    ...(shape.key && { encryption: TableEncryption.CUSTOMER_MANAGED, encryptionKey: shape.key }),
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
