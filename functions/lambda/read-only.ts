import { turnReadOnly } from "../store/read-only.ts";
import { connect } from "../store/database.ts";
import { clientLimits, IN_A_FUNCTION } from "../part-limits.ts";
import { log, setting } from "./world.ts";

/** The one table that it may write, and of that one item. */
const db = connect(
  { main: setting("MAIN_TABLE"), ballots: "", ephemeral: "" },
  clientLimits(IN_A_FUNCTION),
);

/** Takes nothing new from now on; called when the budget is spent. What it is called with says nothing more. */
export const handler = async (): Promise<void> => {
  const isTurned = await turnReadOnly(db, { since: new Date().toISOString(), by: "budget" });
  log({ level: "error", event: "read-only-by-budget", turned: isTurned });
};
