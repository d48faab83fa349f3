/** What this process has counted of ballots that came: in memory only, by keyed hashes, never by who sent them. */
import { FROM_ONE_PLACE, FROM_ONE_PLACE_HARD, IN_ALL } from "../../domain/work/limits.ts";
import { type Meter, meterOf } from "../http/meter.ts";
import type { Services } from "../services.ts";
import { type Hours, hoursFromNow } from "./hours.ts";
import { type WaitingRoom, waitingRoom } from "./waiting-room.ts";

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
  /** Counts one more ballot of a consultation, and says how many it has in this minute. */
  inThisMinute: (consultation: string, now: number) => number;
}

/** What taking a ballot needs of the world. */
export type World = Pick<Services, "db" | "secret" | "now" | "random"> & { arrivals: Arrivals };

/** Nothing counted yet. */
export function newArrivals(world: Pick<Services, "now" | "random">): Arrivals {
  const minutes = new Map<string, { minute: number; ballots: number }>();
  return {
    fromOnePlace: meterOf(FROM_ONE_PLACE),
    fromOnePlaceHard: meterOf(FROM_ONE_PLACE_HARD),
    inAll: meterOf(IN_ALL),
    hours: hoursFromNow(world),
    waiting: waitingRoom(),
    inThisMinute: (consultation, now) => {
      const minute = Math.floor(now / 60_000);
      const before = minutes.get(consultation);
      const ballots = before?.minute === minute ? before.ballots + 1 : 1;
      minutes.set(consultation, { minute, ballots });
      return ballots;
    },
  };
}
