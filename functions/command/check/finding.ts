import { lineOf } from "../failure.ts";

/** What was looked at, and what was found. */
export interface Finding {
  check: string;
  /** The consultation that it is about, where it is about one. */
  consultation?: string;
  ok: boolean;
  said: string;
}

/** Looks, and takes a failure to look for a finding too. */
export async function found(
  about: Pick<Finding, "check" | "consultation">,
  look: () => Promise<Pick<Finding, "ok" | "said">>,
): Promise<Finding> {
  try {
    return { ...about, ...(await look()) };
  } catch (failure) {
    return { ...about, ok: false, said: lineOf(failure) };
  }
}

/** A finding in one line. */
export const findingLine = ({ check, consultation, ok, said }: Finding): string =>
  `${ok ? "ok      " : "PROBLEM "} ${consultation === undefined ? "" : `${consultation}: `}${check}: ${said}`;
