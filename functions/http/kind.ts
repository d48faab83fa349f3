import { API_BALLOT, API_REASONS, HEALTH, RATE, RECEIPT } from "../../domain/paths.ts";
import type { Kind } from "./admission.ts";

/** Matches an address with whatever stands for its parts. */
export const like = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}/?$`);

const BALLOTS = [API_BALLOT, API_REASONS].map(like);
const FORMS = [RATE, RECEIPT].map(like);

/** Whether somebody asks how the installation is: answered from memory at once, also while much else waits. */
export const isOfHealth = ({ url }: Pick<Request, "url">): boolean =>
  new URL(url).pathname === HEALTH;

/**
 * What a request is. The form of the rate page and of the receipt's is a ballot too; but a page is drawn for each, which
 * takes ten times as long, so they take turns before the pages.
 */
export function kindOf({ method, url }: Pick<Request, "method" | "url">): Kind {
  const { pathname } = new URL(url);
  if (BALLOTS.some((one) => one.test(pathname))) return "ballot";
  return method === "POST" && FORMS.some((one) => one.test(pathname)) ? "form" : "page";
}
