import { NOTICED_DAYS, type Notice, noticesOf } from "../../domain/noticed.ts";
import type { Services } from "../services.ts";
import { listNoticed } from "../store/noticed.ts";
import { today } from "../today.ts";

const DAY = 24 * 60 * 60_000;

/** What too much of came to a consultation in the last days, or to the installation, the newest first. */
export async function lastNotices(
  { db, now }: Pick<Services, "db" | "now">,
  consultation: string,
): Promise<Notice[]> {
  const first = new Date(now().getTime() - (NOTICED_DAYS - 1) * DAY);
  return noticesOf(await listNoticed(db, consultation, today({ now: () => first })));
}
