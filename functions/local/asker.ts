/**
 * Tells those who ask apart without keeping who they are: what comes out is a hash under a key that is drawn at
 * every start and written nowhere, of the beginning of an address that many share.
 */
import { createHmac, randomBytes } from "node:crypto";
import { BlockList, isIP } from "node:net";
import type { PublicAddress } from "./public-address.ts";

/** What is read of a request. */
export interface Incoming {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined };
}

const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet("127.0.0.0", 8, "ipv4");
THIS_MACHINE.addAddress("::1", "ipv6");

const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv4 address that came by an IPv6 socket is one of IPv4. */
const plain = (address: string): string => address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

/**
 * Of the address that asked: that of the socket, or what a trusted proxy says of it, the last that is not itself
 * one. `undefined` for this machine itself, and where a proxy does not say: those are not told apart.
 */
export function askersBehind({
  proxies,
}: Pick<PublicAddress, "proxies">): (incoming: Incoming) => string | undefined {
  const key = randomBytes(32);
  return ({ headers, socket }) => {
    const forwarded = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").map(plain);
    const hops = [...forwarded.filter((one) => one !== ""), plain(socket.remoteAddress ?? "")];
    let address = hops.pop()!;
    while (isIP(address) !== 0 && isIn(proxies, address)) address = hops.pop() ?? "";
    if (isIP(address) === 0 || isIn(THIS_MACHINE, address)) return undefined;
    return createHmac("sha256", key).update(beginningOf(address)).digest("base64url");
  };
}

/** The first 24 bits of an IPv4 address, the first 64 of an IPv6 one: what one household or office has at least. */
function beginningOf(address: string): string {
  if (isIP(address) === 4) return address.split(".").slice(0, 3).join(".");
  // A zone names an interface of ours.
  const [before = "", after] = address.split("%")[0]!.toLowerCase().split("::");
  const words = (text: string | undefined) => (text ? text.split(":") : []);
  const [first, last] = [words(before), words(after)];
  const zeros = after === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array<string>(zeros).fill("0"), ...last]
    .slice(0, 4)
    .map((word) => Number.parseInt(word, 16).toString(16))
    .join(":");
}
