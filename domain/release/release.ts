import { PANELS, type Panel } from "../ballot.ts";
import type { Consultation } from "../consultation.ts";
import { calendarWait, phaseAt, type Wait } from "../disclosure/calendar.ts";
import { gateOpens } from "../disclosure/gate.ts";
import { type DisclosurePolicy, POLICIES } from "../disclosure/policy.ts";
import type { Tally } from "../tally/tally.ts";
import { assembled, type Made } from "./assembled.ts";
import type { CountedGroup } from "./counted.ts";
import { consentingPanel, hiddenPanel, panelBefore, panelResult } from "./panel.ts";
import type { Release } from "./schema.ts";

/** What a release was made from. Kept beside it and never published. */
export interface ReleaseBasis {
  /** Each panel's counts, and how often they had changed, when its figures were made. */
  panels: Partial<Record<Panel, { changed: number[]; group: CountedGroup }>>;
  /** How often each segment's counts had changed when its figures were made. */
  segments: Record<string, number[]>;
}

/** The newest release as it is kept: what was published, its hash, and its basis. */
export interface KeptRelease {
  release: Release;
  hash: string;
  basis: ReleaseBasis;
}

/** Everything that a release is decided by. */
export interface ReleaseInput {
  definition: Consultation;
  tally: Tally;
  previous: KeptRelease | undefined;
  /** Whether ballots made by a program are among those counted. */
  simulated: boolean;
  at: Date;
  /** Until when every ballot is known to be counted. */
  countedUntil: Date | undefined;
}

export type ReleaseDecision =
  | { release: Release; basis: ReleaseBasis }
  | { wait: Wait | "too-few-changes" };

/**
 * Makes the next release, or says why not yet. The one function that decides what is ever shown: no
 * page, file or answer has a figure from anywhere else. A group's figures are made anew only when
 * enough of its ballots changed, and are otherwise repeated. Pure: the same input gives the same
 * release, to the byte. The policy is the definition's; tests weaken it to see what that lets out.
 */
export function nextRelease(
  input: ReleaseInput,
  policy: DisclosurePolicy = POLICIES[input.definition.disclosure],
): ReleaseDecision {
  const { definition, tally, previous, at } = input;
  const { minChanged, minMinutes } = definition.release;
  const calendar = { closesAt: definition.closesAt, minMinutes };
  const wait = calendarWait(calendar, previous?.release, at, input.countedUntil);
  if (wait !== undefined) return { wait };

  const open = phaseAt(definition.closesAt, at) !== "closed";
  const least = open ? policy.liveFrom : policy.base;
  const made = PANELS.map((panel): Made => {
    const cell = tally.cells[panel];
    const kept = previous?.basis.panels[panel];
    if (cell.ballots >= least && gateOpens(cell.changed, kept?.changed, minChanged)) {
      return { panel, fresh: true, ...panelResult(cell, policy, open) };
    }
    if (previous !== undefined && previous.release.madeIn[panel] !== null) {
      return { panel, fresh: false, ...panelBefore(previous.release, panel, kept?.group) };
    }
    const consent = definition.smallPanelConsent === true && policy.consentCounts && !open;
    return {
      panel,
      fresh: false,
      ...(panel === "expert" && consent && cell.ballots < policy.base
        ? consentingPanel(cell)
        : hiddenPanel(cell.first.length, "small-panel")),
    };
  });
  if (open && !made.some((one) => one.fresh)) return { wait: "too-few-changes" };
  return assembled(input, made, policy, open);
}

/** The bytes that are stored, served and hashed. Nothing else is ever called this release. */
export const releaseText = (release: Release): string => `${JSON.stringify(release)}\n`;
