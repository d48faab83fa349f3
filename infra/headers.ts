/**
 * The headers that CloudFront gives what the app does not answer itself: files, the page for when nothing
 * answers, and the gateway's own refusals. A test compares them with functions/http/security-headers.ts, where
 * the reasons stand.
 */
import { Duration } from "aws-cdk-lib";
import {
  HeadersReferrerPolicy,
  type ResponseCustomHeader,
  ResponseHeadersPolicy,
  type ResponseSecurityHeadersBehavior,
} from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const UNUSED_FEATURES =
  "accelerometer autoplay browsing-topics camera clipboard-read display-capture encrypted-media fullscreen geolocation gyroscope " +
  "hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture screen-wake-lock serial usb xr-spatial-tracking";

const PERMISSIONS = UNUSED_FEATURES.split(" ")
  .map((feature) => `${feature}=()`)
  .join(", ");

/** With scripts and style sheets. */
export function fileHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  return headers(scope, id, inFiles, [["Cross-Origin-Resource-Policy", "same-origin"]]);
}

/** With pages. What the app says of an answer of its own stands: only what is missing is added. */
export function pageHeaders(scope: Construct, id: string): ResponseHeadersPolicy {
  const inPages: ResponseSecurityHeadersBehavior = {
    ...inFiles,
    contentSecurityPolicy: { contentSecurityPolicy: POLICY, override: false },
    referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
  };
  return headers(scope, id, inPages, [
    ["Cross-Origin-Opener-Policy", "same-origin"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ["Permissions-Policy", PERMISSIONS],
    ["X-Robots-Tag", "noarchive"],
  ]);
}

const inFiles: ResponseSecurityHeadersBehavior = {
  strictTransportSecurity: {
    accessControlMaxAge: Duration.days(365),
    includeSubdomains: true,
    override: false,
  },
  // It has one value, and CloudFront takes no word on whether to keep another.
  contentTypeOptions: { override: true },
};

function headers(
  scope: Construct,
  id: string,
  securityHeadersBehavior: ResponseSecurityHeadersBehavior,
  custom: readonly (readonly [header: string, value: string])[],
): ResponseHeadersPolicy {
  const customHeaders: ResponseCustomHeader[] = custom.map(([header, value]) => ({
    header,
    value,
    override: false,
  }));
  return new ResponseHeadersPolicy(scope, id, {
    securityHeadersBehavior,
    customHeadersBehavior: { customHeaders },
  });
}
