import type { ReadOnly } from "../../domain/read-only.ts";
import type { Services } from "../services.ts";
import { loadReadOnly } from "../store/read-only.ts";
import { cached } from "./cached.ts";

/** How long it is kept in memory whether the switch is on, in ms: at most so much later it holds everywhere. */
const KEEP_FOR = 10_000;

/** That nothing is taken at present, or `undefined`. */
export type ReadOnlySwitch = () => Promise<ReadOnly | undefined>;

/** The switch as this process knows it: half a read unit every ten seconds, however many ask. */
export const readOnlySwitch = ({
  db,
  ...time
}: Pick<Services, "db" | "now" | "newsBy">): ReadOnlySwitch =>
  cached(() => loadReadOnly(db), KEEP_FOR, time);
