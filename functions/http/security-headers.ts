import type { Inline } from "../../web/page/assets.ts";

/** What a page could ask of a device, and ours never does. Copying to the clipboard is not among it. */
const UNUSED_FEATURES = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "clipboard-read",
  "display-capture",
  "encrypted-media",
  "fullscreen",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "usb",
  "xr-spatial-tracking",
];

/**
 * Sent with every answer, refusals and failures too. Scripts, styles and data come from here alone;
 * nothing is framed; no text can become script (Trusted Types); nothing tells other sites who reads.
 */
export const SECURITY_HEADERS: Record<string, string> = {
  "Content-Security-Policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; "),
  "Strict-Transport-Security": "max-age=31536000; includeSubDomains",
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": UNUSED_FEATURES.map((feature) => `${feature}=()`).join(", "),
  "X-Robots-Tag": "noarchive",
};

/**
 * Sent with scripts and style sheets: what a page may do is said by the page, and a browser reads the rest
 * of those headers nowhere else. On a slow line they would be a tenth of a script.
 */
export const FILE_HEADERS: Record<string, string> = Object.fromEntries(
  Object.entries(SECURITY_HEADERS).filter(
    ([name]) =>
      ![
        "Content-Security-Policy",
        "Permissions-Policy",
        "X-Robots-Tag",
        "Cross-Origin-Opener-Policy",
        "Referrer-Policy",
      ].includes(name),
  ),
);

const FRAMED_HEADERS: Record<string, string> = {
  ...SECURITY_HEADERS,
  "Content-Security-Policy": SECURITY_HEADERS["Content-Security-Policy"]!.replace(
    "frame-ancestors 'none'",
    "frame-ancestors *",
  ),
  "Cross-Origin-Resource-Policy": "cross-origin",
};

/** A picture that somebody gave us: opened by itself it is a document, which may load, run and send nothing. */
const PICTURE_HEADERS: Record<string, string> = {
  ...SECURITY_HEADERS,
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
};

/** What everybody may read, scripts on pages of other sites too: never with a cookie, and nothing else. */
const OPEN_HEADERS: Record<string, string> = {
  ...SECURITY_HEADERS,
  "Cross-Origin-Resource-Policy": "cross-origin",
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Expose-Headers":
    "ETag, Link, Link-Template, Content-Disposition, RateLimit, RateLimit-Policy, Retry-After",
};

// Never leave this process: `secure` takes them off again.
const INLINE = "Kenes-Inline";
const FRAMED = "Kenes-Framed";
const PICTURE = "Kenes-Picture";
const OPEN = "Kenes-Open";

/** Marks the one kind of page that other sites may show in a frame. */
export function mayBeFramed(answer: Response): Response {
  answer.headers.set(FRAMED, "yes");
  return answer;
}

/** Marks a picture that did not come with Kenes. */
export function asPicture(answer: Response): Response {
  answer.headers.set(PICTURE, "yes");
  return answer;
}

/** Marks what scripts of other sites may read. */
export function openToAll(answer: Response): Response {
  answer.headers.set(OPEN, "yes");
  return answer;
}

/** Allows the one style and the one script that stand in a page, by their hashes, and no others. */
export function allowInline(answer: Response, { allowed }: Inline): Response {
  const policy = SECURITY_HEADERS["Content-Security-Policy"]!;
  answer.headers.set(
    INLINE,
    policy
      .replace("script-src 'self'", `$& ${allowed.script}`)
      .replace("style-src 'self'", `$& ${allowed.style}`),
  );
  return answer;
}

/** Puts the headers of every answer into one; into itself, since a copy of each would be slower. */
export function secure({ headers }: Response): void {
  const all = headers.has(FRAMED)
    ? FRAMED_HEADERS
    : headers.has(PICTURE)
      ? PICTURE_HEADERS
      : headers.has(OPEN)
        ? OPEN_HEADERS
        : SECURITY_HEADERS;
  const own = headers.get(INLINE);
  for (const mark of [INLINE, FRAMED, PICTURE, OPEN]) headers.delete(mark);
  for (const [name, value] of Object.entries(all)) {
    headers.set(name, value);
  }
  if (own !== null) headers.set("Content-Security-Policy", own);
}
