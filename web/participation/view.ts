import type { Consultation } from "../../domain/consultation/definition.ts";
import type { ShownCounts } from "../../domain/invitation/counts.ts";
import type { Notice } from "../../domain/noticed.ts";
import type { Proposal } from "../../domain/organiser/proposal.ts";
import type { Release } from "../../domain/release/schema.ts";
import type { PopulationGap } from "../../domain/participation/gaps.ts";
import type { CountingHealth } from "../../domain/participation/health.ts";
import type { DayOfRelease } from "../../domain/participation/history.ts";
import type { Outlook } from "../../domain/participation/outlook.ts";

/** What organisers watch: published figures, rounded counts of codes, and how the counting fares. */
export interface WatchView {
  /** What waits for a second person. */
  proposals: readonly Proposal[];
  definition: Consultation;
  /** What too much of came in the last days. */
  notices: readonly Notice[];
  newest: Release | undefined;
  days: readonly DayOfRelease[];
  outlook: Outlook;
  invitations: ShownCounts;
  /** Codes that were made and not revoked. */
  invited: number;
  health: CountingHealth;
  /** For each about-you question with known shares of the population. */
  gaps: Readonly<Record<string, readonly PopulationGap[]>>;
}
