import { type Bound, type BoundName, BOUNDS } from "../../domain/bound.ts";
import type { Noticed } from "../../domain/noticed.ts";
import type { Problem } from "../../domain/problem.ts";
import type { Services } from "../services.ts";
import { inSeconds, limitHeaders } from "./limit-headers.ts";
import { isFullByChance, type Meter, meterOf } from "./meter.ts";
import { noticing } from "./noticing.ts";

/** Counts what is asked for against the bounds of `domain/bound.ts`, in the memory of this process. */
export interface Bounds {
  /** Counts one, unless it is too early for this asker or at this place. */
  count: (name: BoundName, who: string, where: string) => Problem | undefined;
  /** What the headers of an answer say of an asker's own bound. */
  headers: (name: "program", who: string) => Record<string, string>;
  /** Says to organisers that one too many came, or one that is wrong. */
  notice: (kind: Noticed, consultation: string) => Promise<void>;
}

interface Meters {
  each: Meter | undefined;
  all: Meter | undefined;
}

export function boundsOf(services: Pick<Services, "db" | "now" | "log" | "random">): Bounds {
  const metersOf = ({ each, all }: Bound): Meters => ({
    each: each && meterOf(each),
    all: all && meterOf(all),
  });
  const meters = new Map(
    Object.entries<Bound>(BOUNDS).map(([name, bound]) => [name, metersOf(bound)]),
  );
  return {
    notice: noticing(services),
    count(name, who, where) {
      const { each, all } = meters.get(name)!;
      const bound: Bound = BOUNDS[name];
      const at = services.now().getTime();
      if (each && bound.each && bound.byChance) {
        const isFull = isFullByChance(services.random, each.look(who, at), bound.each);
        if (isFull) {
          each.count(who, at);
          return { problem: "too-many", retryAfter: inSeconds(bound.each.everyMs) };
        }
      }
      // Looked at before either is counted: whoever is refused by one costs nothing of the other.
      const waits = [each?.look(who, at).waitMs ?? 0, all?.look(where, at).waitMs ?? 0];
      const waitMs = Math.max(...waits);
      if (waitMs > 0) return { problem: "too-many", retryAfter: inSeconds(waitMs) };
      each?.count(who, at);
      all?.count(where, at);
      return undefined;
    },
    headers(name, who) {
      const metered = meters.get(name)!.each!.look(who, services.now().getTime());
      return limitHeaders(name, BOUNDS[name].each, metered);
    },
  };
}
