import { join } from "node:path";
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { FUNCTION_LOG } from "./function.ts";
import { accepted } from "./nag.ts";

/** Apart from the releases: the deployment may write and delete all of this bucket, and CloudFront read it. */
export function assetsBucket(scope: Construct): Bucket {
  const bucket = new Bucket(scope, "Assets", {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(30) }],
    removalPolicy: RemovalPolicy.RETAIN,
  });
  accepted(bucket, "AwsSolutions-S1", "A log of accesses would hold who read which page and when.");
  return bucket;
}

/** Puts what the build made for browsers into it; ends with the assets, which pages name. */
export function uploadClient(scope: Construct, bucket: Bucket, folder: string): BucketDeployment {
  const shared = {
    destinationBucket: bucket,
    // A page opened before this version still asks for the files of the version before.
    prune: false,
    // One for both: it is one function that does it.
    logGroup: new LogGroup(scope, "UploadLog", {
      retention: FUNCTION_LOG,
      removalPolicy: RemovalPolicy.DESTROY,
    }),
  };
  new BucketDeployment(scope, "ErrorPages", {
    ...shared,
    sources: [Source.asset(join(folder, "errors"))],
    destinationKeyPrefix: "errors/",
    // The page names the style sheet of its version: a browser asks again, the edge once a minute.
    cacheControl: [CacheControl.fromString("public, max-age=0, s-maxage=60")],
  });
  const upload = new BucketDeployment(scope, "Upload", {
    ...shared,
    sources: [Source.asset(join(folder, "assets"))],
    destinationKeyPrefix: "assets/",
    cacheControl: [
      CacheControl.setPublic(),
      CacheControl.maxAge(Duration.days(365)),
      CacheControl.immutable(),
    ],
  });
  acceptedOfUploads(scope, bucket);
  return upload;
}

/** CDK's own function uploads: it is called at a deployment only, by CloudFormation. */
function acceptedOfUploads(scope: Construct, bucket: Bucket): void {
  const stack = Stack.of(scope);
  const uploader = stack.node.children.find(({ node }) => node.id.includes("CDKBucketDeployment"))!;
  const assets = stack.getLogicalId(bucket.node.defaultChild as CfnBucket);
  const staged = "arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>";
  const reading =
    "CDK grants reading with all its forms, of two buckets that hold public files only.";
  const writing = "CDK grants writing with all its forms, of the bucket that it fills.";
  const reasons = {
    L1: "CDK chooses its runtime, and raises it with its own versions.",
    "IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]":
      "CDK gives its function the right to write logs so; it is no function of ours.",
    "IAM5[Action::s3:GetBucket*]": reading,
    "IAM5[Action::s3:GetObject*]": reading,
    "IAM5[Action::s3:List*]": reading,
    "IAM5[Action::s3:Abort*]": writing,
    "IAM5[Action::s3:DeleteObject*]": writing,
    [`IAM5[Resource::${staged}/*]`]: "What is deployed has a name of its own each time.",
    [`IAM5[Resource::<${assets}.Arn>/*]`]: "Every file of a build has a name of its own.",
  };
  for (const [rule, reason] of Object.entries(reasons)) {
    accepted(uploader, `AwsSolutions-${rule}`, reason);
  }
}
