import { crowdOf, type HourSeen } from "../../domain/work/crowd.ts";
import { type PublishedConsultation, stageAt } from "../../domain/consultation/life.ts";
import type { WorkView } from "../../web/work/work-facts.tsx";
import type { Services } from "../services.ts";

const HOUR = 60 * 60_000;

/** Of one consultation: how many came in an hour, and how many of them after work. */
interface Hour {
  hour: number;
  ballots: number;
  worked: number;
}

/** What comes in, hour by hour, in memory alone: of the hour under way nothing is told to anybody. */
export interface Hours {
  note: (consultation: string, worked: boolean) => void;
  /** Of the last hour that is over; `undefined` before the first one that was counted whole. */
  last: (consultation: string) => HourSeen | undefined;
}

/** Counts from now on. What is told of an hour is drawn once, when it is first asked for, and stays. */
export function hoursFromNow({ now, random }: Pick<Services, "now" | "random">): Hours {
  const hourNow = () => Math.floor(now().getTime() / HOUR);
  const first = hourNow();
  const counted = new Map<string, Hour[]>();
  const told = new Map<string, { hour: number; seen: HourSeen }>();
  return {
    note: (consultation, worked) => {
      const hour = hourNow();
      const recent = (counted.get(consultation) ?? []).filter((one) => one.hour >= hour - 1);
      let current = recent.find((one) => one.hour === hour);
      if (current === undefined) recent.push((current = { hour, ballots: 0, worked: 0 }));
      current.ballots += 1;
      if (worked) current.worked += 1;
      counted.set(consultation, recent);
    },
    last: (consultation) => {
      const hour = hourNow() - 1;
      if (hour <= first) return undefined;
      const before = told.get(consultation);
      if (before?.hour === hour) return before.seen;
      const counts = counted.get(consultation)?.find((one) => one.hour === hour);
      const crowd = (count = 0) => crowdOf(count, Buffer.from(random(4)).readUInt32LE() / 2 ** 32);
      const seen = { ballots: crowd(counts?.ballots), worked: crowd(counts?.worked) };
      told.set(consultation, { hour, seen });
      return seen;
    },
  };
}

/** What everybody may know of work on a consultation's ballots; of hours only while ballots may come. */
export function workView(
  { now }: Pick<Services, "now">,
  published: PublishedConsultation,
  hours: Hours,
): WorkView {
  const { definition, life } = published;
  const isOpen = stageAt(published, now()) === "open";
  return {
    switches: life.work ?? [],
    hour: isOpen ? hours.last(definition.id) : undefined,
    timeZone: definition.timeZone,
  };
}
