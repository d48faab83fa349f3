import type { Known } from "../memory/consultations.ts";
import type { Services } from "../services.ts";
import { putIf } from "../store/put-if.ts";
import {
  getWish,
  type KeptCounting,
  loadCounting,
  type RecountWish,
  saveCounting,
  type StoredWish,
  wishPut,
} from "../store/recounts.ts";
import { streamName } from "../store/stream.ts";
import { wishId } from "./asking.ts";
import { beginning, recountPorts } from "./compare.ts";
import { type Counting, follow, PARTS } from "./follow.ts";
import { LONGEST_SILENCE } from "./passes.ts";
import { type Keeper, type RecountHow, recountUnlessPurged } from "./recounting.ts";

type World = Pick<Services, "db" | "streams" | "now" | "log" | "random">;

/** How a run does what is wanted. */
export interface RunHow extends Pick<RecountHow, "size" | "limits" | "onRead"> {
  /** Asked between two pieces. */
  outOfTime: () => boolean;
}

/** Another run goes on with this recount, or another recount is wanted in its place: this run leaves it. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Most names of figures that are kept. */
const MOST_NAMES = 20;

/**
 * Goes on with the recount that is wanted of a consultation, until it is done or the time of this run is up. May be killed
 * anywhere: the next run goes on from the last piece that was kept. Two at once do some work twice, and none
 * of it counts twice. True when there is nothing left to do.
 */
export async function tendRecount(world: World, known: Known, how: RunHow): Promise<boolean> {
  try {
    return await goOn(world, known, how);
  } catch (failure) {
    if (failure instanceof Overtaken) return true;
    throw failure;
  }
}

async function goOn(world: World, known: Known, how: RunHow): Promise<boolean> {
  const { db, now } = world;
  const { id } = known.definition;
  const asked = await getWish(db, id);
  if (asked === undefined || asked.wish.state === "done") return true;
  const kept = await loadCounting(db, id, asked.wish.id);
  const stream = await streamName(db);
  const isUsable = kept !== "unusable" && (kept === undefined || goesOn(kept, stream, now()));
  const standing = isUsable ? asked : await anew(world, id, asked);
  const before = kept === "unusable" || !isUsable ? undefined : kept;
  const keeper = await keeperOf(world, known, standing, { stream, kept: before, ...how });
  if (before !== undefined && !(await caughtUp(world, known, keeper, before, how))) return false;
  const { by, rebuild, why } = standing.wish;
  const askedBy = why === "night" ? undefined : by;
  const found = await recountUnlessPurged(world, known, { ...how, rebuild, askedBy }, keeper);
  if (found !== undefined && "purged" in found)
    await replaced(world, id, standing.wish, ended(now(), { purged: true }));
  return found !== undefined;
}

/**
 * Records live a day: what was counted longer ago cannot be moved on by the stream. Nor can it by another stream, which
 * lacks what the one before held last.
 */
const goesOn = ({ followed, stream: own }: KeptCounting, stream: string, now: Date): boolean =>
  own === stream && now.getTime() - Date.parse(followed) < LONGEST_SILENCE;

/** Begins from nothing, under another name, and says so. */
async function anew(
  { db, log, random }: World,
  id: string,
  asked: StoredWish,
): Promise<StoredWish> {
  const { wish, revision } = asked;
  const again: RecountWish = {
    ...wish,
    id: wishId({ random }),
    state: "waiting",
    parts: 0,
    anew: wish.anew + 1,
  };
  if (!(await putIf(db, wishPut(db, id, again, asked)))) throw new Overtaken();
  log({ level: "warn", event: "recount-begun-anew", consultation: id });
  return { wish: again, revision: revision + 1 };
}

async function keeperOf(
  world: World,
  { definition, plan }: Known,
  { wish }: StoredWish,
  {
    stream,
    kept,
    outOfTime,
  }: {
    stream: string;
    kept: KeptCounting | undefined;
    outOfTime: () => boolean;
  },
): Promise<Keeper & { put(counting: Counting, followed: Date): Promise<void> }> {
  const { db, now } = world;
  const { id } = definition;
  let piece = kept?.piece ?? 0;
  const put = async (counting: Counting, followed: Date) => {
    piece += 1;
    const one = { ...counting, wish: wish.id, piece, stream, followed: followed.toISOString() };
    if (!(await saveCounting(db, id, one))) throw new Overtaken();
  };
  return {
    counting: kept ?? (await beginning(db, plan)),
    put,
    async keep(counting) {
      await put(counting, now());
      await replaced(world, id, wish, { state: "counting", parts: counting.next });
      return !outOfTime();
    },
    done: async ({ differences, rebuilt }) => {
      const read = await standingWish(world, id, wish);
      const outcome = { differences: differences.slice(0, MOST_NAMES), rebuilt };
      return wishPut(db, id, { ...read.wish, ...ended(now(), outcome) }, read);
    },
  };
}

/** Reads what came since the last piece; where that is more than there is time for, keeps how far it came. */
async function caughtUp(
  world: World,
  { definition, plan }: Known,
  keeper: Awaited<ReturnType<typeof keeperOf>>,
  kept: KeptCounting,
  { limits, outOfTime }: RunHow,
): Promise<boolean> {
  const ports = await recountPorts(world, { limits });
  const { id: consultation } = definition;
  const following = { ...ports, consultation, plan, limits: { ...limits, outOfTime } };
  if (await follow(following, keeper.counting)) return true;
  await keeper.put(keeper.counting, new Date(kept.followed));
  return false;
}

const ended = (now: Date, outcome: Partial<RecountWish>): Partial<RecountWish> => ({
  ...outcome,
  state: "done",
  parts: PARTS,
  ended: now.toISOString(),
});

async function standingWish({ db }: World, id: string, wish: RecountWish): Promise<StoredWish> {
  const read = await getWish(db, id);
  if (read === undefined || read.wish.id !== wish.id || read.wish.state === "done")
    throw new Overtaken();
  return read;
}

/** Changes what stands of a wish, if it is still the same. */
async function replaced(
  world: World,
  id: string,
  wish: RecountWish,
  change: Partial<RecountWish>,
): Promise<void> {
  const read = await standingWish(world, id, wish);
  const put = wishPut(world.db, id, { ...read.wish, ...change }, read);
  if (!(await putIf(world.db, put))) return replaced(world, id, wish, change);
}
