import { secondsUntilNextTry } from "../../domain/inviting/wrong-codes.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { countWrongCode, wrongCodesAhead } from "../store/wrong-codes.ts";

type World = Pick<Services, "db" | "now">;

/** Refuses while too many wrong codes have come in: no code is tried, so a guess tells nothing. */
export async function tooManyWrongCodes(
  { db, now }: World,
  consultation: string,
): Promise<Problem | undefined> {
  const ahead = await wrongCodesAhead(db, consultation);
  const retryAfter = secondsUntilNextTry(ahead, now().getTime());
  return retryAfter === 0 ? undefined : { problem: "too-many", retryAfter };
}

/** Notes a wrong code. */
export const noteWrongCode = ({ db, now }: World, consultation: string): Promise<void> =>
  countWrongCode(db, consultation, now().getTime());
