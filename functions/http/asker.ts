/**
 * Tells those who ask apart without keeping who they are: what comes out is a hash of the beginning of an address that
 * many share, under a key that is drawn at every start and every day anew (UTC), and written nowhere.
 */
import { createHmac, randomBytes } from "node:crypto";
import { BlockList, isIP } from "node:net";
import type { Services } from "../services.ts";
import { today } from "../today.ts";

const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet("127.0.0.0", 8, "ipv4");
THIS_MACHINE.addAddress("::1", "ipv6");

/** Whether an address that is one is in a list. */
export const isIn = (list: BlockList, address: string): boolean =>
  list.check(address, isIP(address) === 6 ? "ipv6" : "ipv4");

/** An IPv4 address that came by an IPv6 socket is one of IPv4. */
export const plainAddress = (address: string): string =>
  address.trim().replace(/^::ffff:(?=\d+\.)/i, "");

/** The asker behind an address; `undefined` for this machine itself, and where it is no address. */
export function askersByAddress(
  clock: Pick<Services, "now">,
): (address: string) => string | undefined {
  let [day, key] = ["", Buffer.alloc(0)];
  return (address) => {
    if (isIP(address) === 0 || isIn(THIS_MACHINE, address)) return undefined;
    const now = today(clock);
    if (now !== day) [day, key] = [now, randomBytes(32)];
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
