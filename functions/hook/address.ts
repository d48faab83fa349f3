import { isIP } from "node:net";
import { HOOK_LENGTH } from "../../domain/hook/hook.ts";

/** Ends of names that lead nowhere in public (RFC 6761, RFC 6762, RFC 8375, and what ICANN set aside). */
const LOCAL = /(^|\.)(localhost|local|internal|home\.arpa|onion)$/;

/**
 * An address that a webhook may have: https on its usual port, a public name and no number, nobody's name and password.
 * `undefined` for any other. Where the name leads is looked at whenever it is called (deliver.ts), since that can change.
 */
export function readHookAddress(text: string): string | undefined {
  const url = text.length > HOOK_LENGTH ? null : URL.parse(text.trim());
  if (url === null || url.protocol !== "https:" || url.port !== "") return undefined;
  if (url.username !== "" || url.password !== "" || url.hash !== "") return undefined;
  const name = nameIn(url);
  const isPublicName = name.includes(".") && isIP(name) === 0 && !LOCAL.test(name);
  return isPublicName && url.href.length <= HOOK_LENGTH ? url.href : undefined;
}

/** The name or number of an address, without the brackets of IPv6 and the dot of the root. */
export const nameIn = ({ hostname }: URL): string =>
  hostname.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");

/** What of a hook's address may be told beyond those who may change it: a path often is a password. */
export const hostOf = (address: string): string => new URL(address).hostname;
