import { describe, expect, test } from "vitest";
import type { Consultation } from "../../../domain/consultation.ts";
import { type DisclosurePolicy, POLICIES } from "../../../domain/disclosure/policy.ts";
import { definition } from "../definition.ts";
import { attack, type Pinned } from "./attacker.ts";
import { History } from "./history.ts";

const CENTRES = [3.9, 3.1, 2.4, 4.6];
const option = (code: string) => ({ code, label: { en: code, ru: code, kk: code } });
const question = (code: string, options: string[]) => ({
  code,
  question: { en: code, ru: code, kk: code },
  why: { en: code, ru: code, kk: code },
  options: options.map(option),
});

/** Four recommendations; a question with a small group, and one with many small groups. */
const consultation = (release: Consultation["release"], closesAt?: string): Consultation => ({
  ...definition(),
  recommendations: definition().recommendations.slice(2, 6),
  about: [
    question("home", ["town", "country", "abroad"]),
    question("region", ["a", "b", "c", "d", "e", "f"]),
  ],
  release,
  ...(closesAt !== undefined && { closesAt }),
});

const HOURLY = { minChanged: 10, minMinutes: 60 };
const DAILY = { minChanged: 50, minMinutes: 1440 };
const { standard, "at-risk": atRisk } = POLICIES;

/** Days in which people come by the hour, most of them from towns; nine from abroad, early on. */
function days(
  history: History,
  hours: number,
  perHour: number,
  each?: (hour: number) => void,
): void {
  let abroad = 0;
  for (let hour = 0; hour < hours; hour++) {
    for (let person = 0; person < perHour; person++) {
      const far = abroad < 9 && history.chance() < 0.1;
      if (far) abroad += 1;
      const home = far ? "abroad" : history.chance() < 0.6 ? "town" : "country";
      const region = "aaaaaabbbbccd"[Math.floor(history.chance() * 13)]!;
      history.answer(history.ratings(CENTRES, far), { home, region });
    }
    each?.(hour);
    history.wait(1);
  }
}

const look = (history: History, { minChanged }: Consultation["release"], quietFrom?: number) =>
  attack(history.collected, history.plan, history.policy, minChanged, quietFrom);

/** Collects every release of ten days and sends nothing. */
function reader(
  policy: DisclosurePolicy,
  release: Consultation["release"],
  seed: number,
): Pinned[] {
  const history = new History(consultation(release), policy, seed);
  days(history, 60, 6);
  expect(history.collected.length).toBeGreaterThan(5);
  return look(history, release);
}

/** Seven of region f have answered; then the attacker adds ballots to it, look after look. */
function lifter(policy: DisclosurePolicy, seed: number): Pinned[] {
  const history = new History(consultation(HOURLY), policy, seed);
  days(history, 10, 8);
  for (let person = 0; person < 7; person++) {
    history.answer(history.ratings(CENTRES, true), { home: "town", region: "f" });
  }
  const quiet = history.collected.length + 1;
  for (const ballots of [11, 14, 12]) {
    for (let ballot = 0; ballot < ballots; ballot++) {
      history.answer(String(1 + (ballot % 5)).repeat(4), { home: "town", region: "f" }, true);
    }
    history.wait(2);
  }
  return look(history, HOURLY, quiet).filter(({ cell }) => cell.startsWith("region=f"));
}

/**
 * Seven from abroad have answered, and many of each other group. The attacker adds ballots to the
 * large groups, which tells their size exactly, and subtracts them from the whole.
 */
function subtracter(policy: DisclosurePolicy, seed: number): Pinned[] {
  const history = new History(consultation(HOURLY), policy, seed);
  for (let person = 0; person < 247; person++) {
    const home = person < 7 ? "abroad" : ["town", "country", "not-said"][person % 3]!;
    history.answer(history.ratings(CENTRES, true), { home, region: "a" });
  }
  history.wait(2);
  // Eleven at a time, so that after five looks each way of rounding has been seen.
  for (let look = 0; look < 5; look++) {
    for (const home of ["town", "country", "not-said"]) {
      for (let ballot = 0; ballot < 11; ballot++) {
        history.answer(String(1 + (ballot % 5)).repeat(4), { home, region: "a" }, true);
      }
    }
    history.wait(2);
  }
  return look(history, HOURLY, 1).filter(({ cell }) => cell.startsWith("home="));
}

/** Among people at risk: the attacker adds so many ballots each day that one is released. */
function dailyLifter(policy: DisclosurePolicy, seed: number): Pinned[] {
  const history = new History(consultation(DAILY), policy, seed);
  for (let person = 0; person < 180; person++) {
    // Few find the last recommendation no priority, and nobody more does from here on.
    const last = person < 6 ? "1" : "5";
    history.answer(history.ratings([3.9, 3.1, 2.4], true) + last, { home: "town", region: "a" });
  }
  for (let day = 0; day < 12; day++) {
    for (let ballot = 0; ballot < 50 + (day % 10); ballot++) {
      history.answer(`333${1 + (ballot % 2)}`, { home: "town", region: "a" }, true);
    }
    history.wait(24);
  }
  expect(history.collected.length).toBe(12);
  return look(history, DAILY, 1);
}

const SEEDS = [1, 2, 3];
const all = (find: (seed: number) => Pinned[]) => SEEDS.flatMap(find);

describe("somebody who collects every release", () => {
  test("pins no small count", () => {
    expect(all((seed) => reader(standard, HOURLY, seed))).toEqual([]);
  });

  test("pins small counts when the gate is switched off", () => {
    const open = { minChanged: 1, minMinutes: 0 };
    expect(all((seed) => reader(standard, open, seed)).length).toBeGreaterThan(0);
  });
});

describe("somebody who measures the large groups and subtracts them from the whole", () => {
  test("pins none of the small one", () => {
    expect(all((seed) => subtracter(standard, seed))).toEqual([]);
  });

  test("pins it when a small segment is hidden alone", () => {
    const alone = { ...standard, hiddenTogether: 1 };
    expect(all((seed) => subtracter(alone, seed)).length).toBeGreaterThan(0);
  });
});

describe("somebody who adds ballots to a small group", () => {
  test("pins none of what the others in it said", () => {
    expect(all((seed) => lifter(standard, seed))).toEqual([]);
  });

  test("pins it when the noise is switched off", () => {
    const bare = { ...standard, noiseBelow: { panel: 0, segment: 0 } };
    expect(all((seed) => lifter(bare, seed)).length).toBeGreaterThan(0);
  });
});

describe("among people at risk, somebody who adds fifty ballots a day", () => {
  test("pins no small count", () => {
    expect(all((seed) => dailyLifter(atRisk, seed))).toEqual([]);
  });

  test("pins small counts when the noise is switched off", () => {
    const bare = { ...atRisk, noiseBelow: { panel: 0, segment: 0 } };
    expect(all((seed) => dailyLifter(bare, seed)).length).toBeGreaterThan(0);
  });
});
