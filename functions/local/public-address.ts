import type { IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";

/** Under which address people find this installation, and which proxies may say so. */
export interface PublicAddress {
  /** Such as `https://consult.example.org`; without one, requests are for the name that they ask for. */
  origin: string | undefined;
  proxies: BlockList;
}

/**
 * Reads PUBLIC_URL and TRUSTED_PROXY (addresses or subnets, separated by commas). With a public
 * address and no proxy named, a proxy on this machine is trusted. Throws with what to write instead.
 */
export function readPublicAddress(
  publicUrl: string | undefined,
  trustedProxy: string | undefined,
): PublicAddress {
  const origin = publicUrl ? readOrigin(publicUrl) : undefined;
  const proxies = new BlockList();
  const named = trustedProxy || (origin === undefined ? "" : "127.0.0.1, ::1");
  for (const one of named.split(",").map((part) => part.trim())) {
    if (one !== "") addProxy(proxies, one);
  }
  return { origin, proxies };
}

function readOrigin(text: string): string {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    throw new Error(
      `PUBLIC_URL is ${JSON.stringify(text)}; it must be an address without a path, such as https://consult.example.org`,
    );
  }
  return url.origin;
}

function addProxy(proxies: BlockList, text: string): void {
  const [address = "", bits] = text.split("/");
  const version = isIP(address);
  try {
    const family = version === 6 ? "ipv6" : "ipv4";
    if (version === 0) throw new RangeError("no address");
    if (bits === undefined) proxies.addAddress(address, family);
    else proxies.addSubnet(address, Number(bits), family);
  } catch {
    throw new Error(
      `TRUSTED_PROXY names ${JSON.stringify(text)}; it must be addresses or subnets, such as 127.0.0.1 or 10.0.0.0/8`,
    );
  }
}

/**
 * Gives a request the address that its sender used, before anything looks at it. What a proxy says of that
 * (`X-Forwarded-Proto`, `X-Forwarded-Host`) is believed only of one that is trusted, and a request that
 * names a whole address by itself is for this server all the same. With a public address, everything that
 * a trusted proxy hands on is for it.
 */
export function underPublicAddress(
  incoming: IncomingMessage,
  { origin, proxies }: PublicAddress,
): void {
  const path = pathOf(incoming.url ?? "/");
  const { remoteAddress = "", remoteFamily } = incoming.socket;
  const isTrusted =
    remoteAddress !== "" && proxies.check(remoteAddress, remoteFamily === "IPv6" ? "ipv6" : "ipv4");
  const asked = isTrusted ? (origin ?? forwardedOrigin(incoming)) : undefined;
  incoming.url = asked === undefined ? path : asked + path;
}

/** The path and query of a request's target. */
function pathOf(target: string): string {
  if (target.startsWith("/")) return target;
  const url = URL.parse(target);
  return url === null ? "/" : url.pathname + url.search;
}

/** What the nearest proxy says of the address that was used. */
function forwardedOrigin({ headers }: IncomingMessage): string | undefined {
  const last = (name: string) =>
    String(headers[name] ?? "")
      .split(",")
      .at(-1)
      ?.trim();
  const host = last("x-forwarded-host") || headers.host;
  const scheme = last("x-forwarded-proto");
  if (!host || (scheme !== "https" && scheme !== "http")) return undefined;
  return URL.parse(`${scheme}://${host}`)?.origin;
}
