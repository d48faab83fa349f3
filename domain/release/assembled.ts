import type { Panel } from "../ballot.ts";
import type { DisclosurePolicy } from "../disclosure/policy.ts";
import { hide, type Shown, showOr, tell } from "../disclosure/shown.ts";
import { countingPlan } from "../tally/plan.ts";
import { consensuses, gaps } from "./gaps.ts";
import type { PanelResult } from "./panel.ts";
import type { ReleaseBasis, ReleaseInput } from "./release.ts";
import type { Release } from "./schema.ts";
import { noSegments, segmentResults } from "./segments.ts";
import { concordance, orderResult } from "./whole.ts";

/** A panel's part of a release; `fresh`: made from the tally as it is now. */
export type Made = PanelResult & { panel: Panel; fresh: boolean };

/** Puts a release together from what was made of each panel, and what follows from both. */
export function assembled(
  input: ReleaseInput,
  made: readonly Made[],
  policy: DisclosurePolicy,
  open: boolean,
): { release: Release; basis: ReleaseBasis } {
  const { definition, tally, previous, at } = input;
  const before = previous?.release;
  const number = (before?.release ?? 0) + 1;
  const [everyone, experts] = made as [Made, Made];
  const perPanel = <Value>(value: (one: Made) => Value) => ({
    public: value(everyone),
    expert: value(experts),
  });
  const { hidden, ...whole } = tell({
    "ballots/public": everyone.ballots,
    "ballots/expert": experts.ballots,
    "choosers/public": everyone.choosers,
    "choosers/expert": experts.choosers,
    concordance: sinceBefore(before, "concordance", experts, () =>
      concordance(tally.cells.expert, policy, open),
    ),
    orderCheck: sinceBefore(before, "orderCheck", everyone, () =>
      orderResult(tally.cells.public, definition, policy, open),
    ),
  });
  const segments = segmentsNow(input, everyone, { policy, open, number });
  const basis: ReleaseBasis = { panels: { ...previous?.basis.panels }, segments: segments.basis };
  for (const { panel, fresh, group } of made) {
    if (fresh && group !== undefined) {
      basis.panels[panel] = { changed: [...tally.cells[panel].changed], group };
    }
  }
  const release: Release = {
    consultation: definition.id,
    release: number,
    releasedAt: at.toISOString(),
    previous: previous?.hash ?? null,
    final: !open,
    simulated: input.simulated,
    rules: {
      disclosure: definition.disclosure,
      base: policy.base,
      roundTo: policy.roundTo,
      ...definition.release,
      closesAt: definition.closesAt ?? null,
    },
    ballots: { public: whole["ballots/public"], expert: whole["ballots/expert"] },
    choosers: { public: whole["choosers/public"], expert: whole["choosers/expert"] },
    hidden,
    madeIn: perPanel(({ panel, fresh, group }) => {
      if (fresh) return number;
      return group === undefined ? null : (before?.madeIn[panel] ?? null);
    }),
    recommendations: recommendationsOf(input, perPanel, { everyone, experts }, policy),
    concordance: whole.concordance,
    orderCheck: whole.orderCheck,
    segments: segments.segments,
  };
  return { release, basis };
}

function recommendationsOf(
  { definition }: ReleaseInput,
  perPanel: <Value>(value: (one: Made) => Value) => Record<Panel, Value>,
  { everyone, experts }: { everyone: Made; experts: Made },
  policy: DisclosurePolicy,
): Release["recommendations"] {
  const between = everyone.group && experts.group && gaps(everyone.group, experts.group, policy);
  const agreed = experts.group && consensuses(experts.group, policy);
  return definition.recommendations.map(({ code, addressee }, place) => ({
    code,
    addressee,
    panels: perPanel(({ figures }) => figures[place]!),
    ...tell({
      gap: between?.[place] ?? hide("small-panel"),
      consensus: agreed?.[place] ?? hide("small-panel"),
    }),
  }));
}

/** A figure of a whole panel: made anew with the panel, else what the release before said. */
function sinceBefore<Name extends "concordance" | "orderCheck">(
  before: Release | undefined,
  name: Name,
  { fresh, group }: Made,
  make: () => Shown<NonNullable<Release[Name]>>,
): Shown<NonNullable<Release[Name]>> {
  if (fresh) return make();
  const reason = before?.hidden[name] ?? "small-panel";
  return group === undefined ? hide("small-panel") : showOr(before?.[name] ?? null, reason);
}

function segmentsNow(
  { definition, tally, previous }: ReleaseInput,
  everyone: Made,
  { policy, open, number }: { policy: DisclosurePolicy; open: boolean; number: number },
): { segments: Release["segments"]; basis: Record<string, number[]> } {
  const plan = countingPlan(definition);
  if (open && !policy.liveSegments) {
    return { segments: noSegments(plan, "after-close"), basis: {} };
  }
  const before = {
    segments: previous?.release.segments ?? [],
    basis: previous?.basis.segments ?? {},
  };
  if (everyone.fresh) {
    const { minChanged } = definition.release;
    return segmentResults({ plan, tally, policy, minChanged, previous: before, release: number });
  }
  // No segment can have changed enough while the public as a whole has not.
  return before.segments.length > 0
    ? before
    : { segments: noSegments(plan, "small-group"), basis: {} };
}
