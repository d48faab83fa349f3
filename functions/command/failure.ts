/** How a run of `kenes` ends when it does not do what it was asked; a `Complaint` is a refusal. */
import { Complaint } from "../local/complaint.ts";
import { isBusy } from "../store/database.ts";

/** It was asked in a way that cannot be understood: the usage is printed too. */
export class WrongUse extends Complaint {
  override readonly name = "WrongUse";
}

/** What it would work on does not answer. */
export class Unreachable extends Complaint {
  override readonly name = "Unreachable";
}

/** Names under which the AWS SDK says that nobody answers there, or not to us. */
const OUT_OF_REACH = new Set([
  "ResourceNotFoundException",
  "CredentialsProviderError",
  "UnrecognizedClientException",
  "InvalidSignatureException",
  "ExpiredTokenException",
  "AccessDeniedException",
  "AccessDenied",
  "NoSuchBucket",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
]);

/** The exit code of a failure, and its one line. */
export function failureOf(failure: unknown): { code: 1 | 2 | 3; line: string } {
  const line = lineOf(failure);
  if (failure instanceof WrongUse) return { code: 2, line };
  if (failure instanceof Unreachable || isOutOfReach(failure)) return { code: 3, line };
  return { code: 1, line };
}

/** Whether a failure says that nobody answers, or not to us. */
export function isOutOfReach(failure: unknown): boolean {
  if (isBusy(failure)) return true;
  const { name, code } = failure as { name?: string; code?: string };
  return OUT_OF_REACH.has(name ?? "") || OUT_OF_REACH.has(code ?? "");
}

/** One line of a failure: what it says, or what it is called where it says nothing. */
export function lineOf(failure: unknown): string {
  if (!(failure instanceof Error)) return String(failure);
  const { code } = failure as NodeJS.ErrnoException;
  const said = failure.message.replaceAll(/\s*\n\s*/g, " ").trim();
  if (failure instanceof Complaint) return failure.message;
  return said === "" ? (code ?? failure.name) : said;
}
