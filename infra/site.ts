import { Duration, Fn, RemovalPolicy } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginRequestPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import { BlockPublicAccess, Bucket, BucketEncryption } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

/**
 * Passes on under which name a page was asked for, and from which address; functions/lambda/web.ts and asker.ts
 * there read them. They overwrite what a browser may have sent under those names.
 */
const OWN_NAME = `function handler(event) {
  var request = event.request;
  request.headers["kenes-host"] = { value: request.headers.host.value };
  request.headers["kenes-viewer"] = { value: event.viewer.ip };
  return request;
}`;

export interface SiteProps {
  api: HttpApi;
  /** What CloudFront says to the API alone, so that what it says of visitors is believed. */
  siteKey: string;
  /** Built files of the pages, each named by a hash of its content. */
  assetsFolder: string;
  /** A domain of one's own, with the ARN of its certificate in us-east-1. */
  domain?: string;
  certificate?: string;
}

/** What a browser reaches: pages and API through CloudFront, assets from a bucket only CloudFront reads. */
export class Site extends Construct {
  readonly address: string;
  /** Done when every asset of this version can be had. */
  readonly assets: BucketDeployment;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    // Apart from the releases: the deployment may write and delete all of this bucket, and CloudFront read it.
    const bucket = new Bucket(this, "Assets", {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.assets = new BucketDeployment(this, "Upload", {
      sources: [Source.asset(props.assetsFolder)],
      destinationBucket: bucket,
      destinationKeyPrefix: "assets/",
      // A page opened before this version still asks for the files of the version before.
      prune: false,
      cacheControl: [
        CacheControl.setPublic(),
        CacheControl.maxAge(Duration.days(365)),
        CacheControl.immutable(),
      ],
      logGroup: new LogGroup(this, "UploadLog", {
        retention: RetentionDays.ONE_MONTH,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });

    const distribution = new Distribution(this, "Distribution", {
      comment: "Kenes",
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Guarantee: CloudFront's log has the visitor's address in every line, so there is none.
      enableLogging: false,
      ...ownDomain(this, props),
      defaultBehavior: {
        origin: new HttpOrigin(Fn.select(2, Fn.split("/", props.api.apiEndpoint)), {
          customHeaders: { "kenes-site": props.siteKey },
        }),
        allowedMethods: AllowedMethods.ALLOW_ALL,
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        // Nothing personal can stay at the edge. CloudFront then compresses nothing either: the function does.
        cachePolicy: CachePolicy.CACHING_DISABLED,
        // All headers, as otherwise CloudFront drops Authorization, which carries the receipt. Not Host:
        // the HTTP API answers to its own name only.
        originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        compress: true,
        functionAssociations: [
          {
            eventType: FunctionEventType.VIEWER_REQUEST,
            function: new EdgeFunction(this, "OwnName", {
              code: FunctionCode.fromInline(OWN_NAME),
              runtime: FunctionRuntime.JS_2_0,
            }),
          },
        ],
      },
      additionalBehaviors: {
        "assets/*": {
          origin: S3BucketOrigin.withOriginAccessControl(bucket),
          allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
          viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          compress: true,
        },
      },
    });
    this.address = `https://${props.domain ?? distribution.distributionDomainName}`;
  }
}

/** Under *.cloudfront.net Amazon alone decides which TLS is old enough to refuse. */
function ownDomain(scope: Construct, { domain, certificate }: SiteProps) {
  if (!domain && !certificate) return {};
  if (!domain || !certificate) throw new Error("Give domain and certificate together, or neither.");
  return {
    domainNames: [domain],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", certificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}
