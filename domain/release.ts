import * as z from "zod/mini";
import { PANELS, type Panel } from "./ballot.ts";
import type { Consultation } from "./consultation.ts";
import { BASE, HIDDEN_REASONS, ROUND_TO, shownCount } from "./disclosure.ts";
import { figuresSchema, hiddenFigures, panelFigures } from "./figures.ts";
import type { Tally } from "./tally/tally.ts";

const perPanel = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.object({ public: schema, expert: schema });

/** Numbered, immutable, published results: everything that is ever shown or exported publicly. */
export const releaseSchema = z.object({
  consultation: z.string(),
  release: z.int(),
  releasedAt: z.string(),
  /** SHA-256 of the bytes of the release before; `null` for the first. */
  previous: z.nullable(z.string()),
  /** Whether ballots made by a program, to try things out, are among those counted. */
  simulated: z.boolean(),
  rules: z.object({
    disclosure: z.string(),
    base: z.int(),
    roundTo: z.int(),
    minChanged: z.int(),
    minMinutes: z.int(),
  }),
  /** How many ballots are counted, by the 10-5 rule. */
  ballots: perPanel(z.nullable(z.int())),
  /** Why a number of ballots is `null`, under its name (`ballots/expert`). */
  hidden: z.record(z.string(), z.enum(HIDDEN_REASONS)),
  /** The release in which a panel's figures were made; older than this one when too few changed. */
  madeIn: perPanel(z.nullable(z.int())),
  recommendations: z.array(
    z.object({
      code: z.string(),
      addressee: z.string(),
      panels: perPanel(figuresSchema),
      gap: z.null(),
      hidden: z.record(z.string(), z.enum(HIDDEN_REASONS)),
    }),
  ),
  segments: z.array(z.never()),
});
export type Release = z.infer<typeof releaseSchema>;

/** What a release was made from and is never published: the change counters of the cells. */
export type ReleaseBasis = Record<Panel, number>;

/** The newest release as it is kept: what was published, its hash, and its basis. */
export interface KeptRelease {
  release: Release;
  hash: string;
  basis: ReleaseBasis;
}

export type ReleaseDecision =
  | { release: Release; basis: ReleaseBasis }
  | { wait: "too-soon" | "too-few-changes" };

/**
 * Makes the next release, or says why not yet. A panel's figures are made anew only after at least
 * `minChanged` changes to its ballots (a revision is one) since they were last made, and are
 * otherwise repeated. That makes subtracting two releases less telling; it does not stop somebody
 * who sends ballots in order to do so. Pure: the same input gives the same release, to the byte.
 */
export function nextRelease(input: {
  definition: Consultation;
  tally: Tally;
  previous: KeptRelease | undefined;
  simulated: boolean;
  at: Date;
}): ReleaseDecision {
  const { definition, tally, previous, at } = input;
  const { minChanged, minMinutes } = definition.release;
  if (previous !== undefined) {
    const age = at.getTime() - Date.parse(previous.release.releasedAt);
    if (age < minMinutes * 60_000) return { wait: "too-soon" };
  }
  const fresh = PANELS.filter((panel) => {
    const { ballots, changes } = tally.cells[panel];
    return ballots >= BASE && changes - (previous?.basis[panel] ?? 0) >= minChanged;
  });
  if (fresh.length === 0) return { wait: "too-few-changes" };

  const number = (previous?.release.release ?? 0) + 1;
  const panels = PANELS.map((panel) =>
    fresh.includes(panel)
      ? madeNow(tally, panel, number)
      : madeBefore(previous?.release, panel, definition.recommendations.length),
  );
  const byPanel = <Value>(value: (made: MadePanel) => Value): Record<Panel, Value> =>
    Object.fromEntries(panels.map((made) => [made.panel, value(made)])) as Record<Panel, Value>;
  return {
    release: {
      consultation: definition.id,
      release: number,
      releasedAt: at.toISOString(),
      previous: previous?.hash ?? null,
      simulated: input.simulated,
      rules: {
        disclosure: definition.disclosure,
        base: BASE,
        roundTo: ROUND_TO,
        minChanged,
        minMinutes,
      },
      ballots: byPanel((made) => made.ballots),
      hidden: Object.fromEntries(
        panels
          .filter((made) => made.ballots === null)
          .map((made) => [`ballots/${made.panel}`, "fewer-than-10"] as const),
      ),
      madeIn: byPanel((made) => made.madeIn),
      recommendations: definition.recommendations.map(({ code, addressee }, index) => ({
        code,
        addressee,
        panels: byPanel((made) => made.figures[index]!),
        gap: null,
        hidden: { gap: "not-computed" },
      })),
      segments: [],
    },
    basis: byPanel((made) => made.basis ?? previous?.basis[made.panel] ?? 0),
  };
}

interface MadePanel {
  panel: Panel;
  ballots: number | null;
  madeIn: number | null;
  figures: Release["recommendations"][number]["panels"][Panel][];
  basis?: number;
}

const madeNow = (tally: Tally, panel: Panel, number: number): MadePanel => ({
  panel,
  ballots: shownCount(tally.cells[panel].ballots),
  madeIn: number,
  figures: panelFigures(tally.cells[panel]),
  basis: tally.cells[panel].changes,
});

const madeBefore = (
  release: Release | undefined,
  panel: Panel,
  recommendations: number,
): MadePanel => ({
  panel,
  ballots: release?.ballots[panel] ?? null,
  madeIn: release?.madeIn[panel] ?? null,
  figures:
    release?.recommendations.map((one) => one.panels[panel]) ?? hiddenFigures(recommendations),
});

/** The bytes that are stored, served and hashed. Nothing else is ever called this release. */
export const releaseText = (release: Release): string => `${JSON.stringify(release)}\n`;
