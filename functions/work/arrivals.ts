/** What this process has counted of ballots that came: in memory only, by keyed hashes, never by who sent them. */
import { FROM_ONE_PLACE, FROM_ONE_PLACE_HARD, IN_ALL } from "../../domain/work/limits.ts";
import { type Meter, meterOf } from "../http/meter.ts";
import type { Services } from "../services.ts";
import { type Hours, hoursFromNow } from "./hours.ts";
import { type WaitingRoom, waitingRoom } from "./waiting-room.ts";

/**
 * New ballots of a consultation in the minute under way. Those that were stored are counted, and nothing else that is
 * sent: who sends one ballot again and again must not make others look like a crowd.
 */
interface Minutes {
  stored: (consultation: string, now: number) => number;
  count: (consultation: string, now: number) => void;
}

export interface Arrivals {
  /** By asker. */
  fromOnePlace: Meter;
  /** By asker, ten times as loose. */
  fromOnePlaceHard: Meter;
  /** By consultation. */
  inAll: Meter;
  hours: Hours;
  /** Who waits in the place of working, until their answer goes out. */
  waiting: WaitingRoom;
  minutes: Minutes;
}

/** What taking a ballot needs of the world. */
export type World = Pick<Services, "db" | "secret" | "now" | "random"> & { arrivals: Arrivals };

/** Nothing counted yet. */
export function newArrivals(world: Pick<Services, "now" | "random">): Arrivals {
  return {
    fromOnePlace: meterOf(FROM_ONE_PLACE),
    fromOnePlaceHard: meterOf(FROM_ONE_PLACE_HARD),
    inAll: meterOf(IN_ALL),
    hours: hoursFromNow(world),
    waiting: waitingRoom(world),
    minutes: newMinutes(),
  };
}

function newMinutes(): Minutes {
  const counted = new Map<string, { minute: number; ballots: number }>();
  const minuteOf = (now: number) => Math.floor(now / 60_000);
  const stored = (consultation: string, now: number): number => {
    const one = counted.get(consultation);
    return one?.minute === minuteOf(now) ? one.ballots : 0;
  };
  return {
    stored,
    count: (consultation, now) => {
      const ballots = stored(consultation, now) + 1;
      counted.set(consultation, { minute: minuteOf(now), ballots });
    },
  };
}
