import { isIP } from "node:net";
import { askersByAddress, isIn, plainAddress } from "../http/asker.ts";
import type { PublicAddress } from "./public-address.ts";

/** What is read of a request. */
export interface Incoming {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined };
}

/**
 * Of the address that asked: that of the socket, or what a trusted proxy says of it, the last that is not itself
 * one. `undefined` for this machine itself, and where a proxy does not say: those are not told apart.
 */
export function askersBehind(
  { proxies }: Pick<PublicAddress, "proxies">,
  now: () => Date = () => new Date(),
): (incoming: Incoming) => string | undefined {
  const askerBehind = askersByAddress({ now });
  return ({ headers, socket }) => {
    const told = [headers["x-forwarded-for"] ?? []].flat().join(",").split(",").map(plainAddress);
    const hops = [...told.filter((one) => one !== ""), plainAddress(socket.remoteAddress ?? "")];
    let address = hops.pop()!;
    while (isIP(address) !== 0 && isIn(proxies, address)) address = hops.pop() ?? "";
    return askerBehind(address);
  };
}
