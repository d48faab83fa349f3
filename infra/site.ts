import { Duration, Fn } from "aws-cdk-lib";
import type { HttpApi } from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import {
  AllowedMethods,
  type BehaviorOptions,
  CacheCookieBehavior,
  CacheHeaderBehavior,
  CachePolicy,
  CacheQueryStringBehavior,
  Distribution,
  HttpVersion,
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  OriginRequestQueryStringBehavior,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { BucketDeployment } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { assetsBucket, uploadClient } from "./assets.ts";
import { edgeFunctions } from "./edge-functions.ts";
import { fileHeaders, pageHeaders } from "./headers.ts";
import { accepted } from "./nag.ts";
import { NOTHING_ANSWERS, OF_ONE_RESPONDENT, SAME_FOR_ALL } from "./paths.ts";
import type { Settings } from "./settings.ts";

export interface SiteProps {
  settings: Settings;
  api: HttpApi;
  /** What CloudFront says to the API alone, so that it is let in. */
  siteKey: string;
  /** What the build made for browsers: `assets/`, each file named by a hash of its content, and `errors/`. */
  clientFolder: string;
}

/** Refusals that CloudFront would keep for ten seconds, for everybody who asks for the same path. */
const KEPT_BY_DEFAULT = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
/** Those that the gateway, Lambda and CloudFront itself give when nothing of ours could answer. */
const FROM_NOBODY = 500;

/** What a browser reaches: pages and API through CloudFront, assets from a bucket only CloudFront reads. */
export class Site extends Construct {
  readonly address: string;
  readonly distribution: Distribution;
  /** Done when every asset of this version can be had. */
  readonly assets: BucketDeployment;

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    const { settings } = props;
    const bucket = assetsBucket(this);
    this.assets = uploadClient(this, bucket, props.clientFolder);

    const toApp: BehaviorOptions = {
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
      responseHeadersPolicy: pageHeaders(this, "PageHeaders"),
      compress: true,
      functionAssociations: edgeFunctions(this),
    };
    const toBucket: BehaviorOptions = {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      compress: true,
    };
    const shared: BehaviorOptions = { ...toApp, ...sharedAnswers(this) };
    this.distribution = new Distribution(this, "Distribution", {
      comment: settings.prefix,
      httpVersion: HttpVersion.HTTP2_AND_3,
      // Guarantee: CloudFront's log has the visitor's address in every line, so there is none.
      enableLogging: false,
      webAclId: settings.webAcl,
      ...ownDomain(this, settings),
      defaultBehavior: toApp,
      // The first that fits is taken.
      additionalBehaviors: {
        "assets/*": { ...toBucket, responseHeadersPolicy: fileHeaders(this, "FileHeaders") },
        "errors/*": { ...toBucket, responseHeadersPolicy: toApp.responseHeadersPolicy! },
        ...Object.fromEntries(OF_ONE_RESPONDENT.map((path) => [path, toApp])),
        ...Object.fromEntries(SAME_FOR_ALL.map((path) => [path, shared])),
      },
      errorResponses: KEPT_BY_DEFAULT.map((httpStatus) => ({
        httpStatus,
        ttl: Duration.seconds(0),
        // The status stays: whatever sends by a script tries again by it.
        ...(httpStatus >= FROM_NOBODY && {
          responseHttpStatus: httpStatus,
          responsePagePath: NOTHING_ANSWERS,
        }),
      })),
    });
    this.address = `https://${settings.domain ?? this.distribution.distributionDomainName}`;
    acceptedOfDistribution(this.distribution);
  }
}

/**
 * How answers that are the same for everybody are asked for. Guarantee: no cookie and no Authorization leaves the edge
 * with such a request, so nothing that is anybody's can come back and be kept. How long, from 1 to 5 s, the answer says.
 */
function sharedAnswers(scope: Construct): Partial<BehaviorOptions> {
  const cachePolicy = new CachePolicy(scope, "Shared", {
    comment:
      "The same for everybody who asks for the same, under the same name, in the same language",
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(5),
    headerBehavior: CacheHeaderBehavior.allowList("Accept-Language", "kenes-host"),
    queryStringBehavior: CacheQueryStringBehavior.all(),
    cookieBehavior: CacheCookieBehavior.none(),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  });
  const originRequestPolicy = new OriginRequestPolicy(scope, "SharedAsked", {
    comment: "Who asks, for the limits of all, and whether a problem is wanted as a document",
    headerBehavior: OriginRequestHeaderBehavior.allowList("kenes-viewer", "Accept"),
    queryStringBehavior: OriginRequestQueryStringBehavior.all(),
    cookieBehavior: OriginRequestCookieBehavior.none(),
  });
  return { cachePolicy, originRequestPolicy };
}

/** Under *.cloudfront.net Amazon alone decides which TLS is old enough to refuse. */
function ownDomain(scope: Construct, { domain, certificate }: Settings) {
  if (domain === undefined || certificate === undefined) return {};
  return {
    domainNames: [domain],
    certificate: Certificate.fromCertificateArn(scope, "Certificate", certificate),
    minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
  };
}

function acceptedOfDistribution(distribution: Distribution): void {
  const reasons = {
    CFR1: "A consultation is open to people wherever they are, those who had to leave a country above all.",
    CFR2: "A firewall costs $6 a month: whoever needs it switches it on (waf, webAcl in docs/aws.md).",
    CFR3: "CloudFront's log has the visitor's address in every line.",
    CFR4: "With a domain of one's own it is TLS 1.2 of 2021; under *.cloudfront.net Amazon alone decides.",
  };
  for (const [rule, reason] of Object.entries(reasons)) {
    accepted(distribution, `AwsSolutions-${rule}`, reason);
  }
}
