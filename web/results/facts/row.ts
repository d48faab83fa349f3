import type { Said } from "../../language/said.tsx";
import type { Release, SegmentFigures } from "../../../domain/release/schema.ts";

/** One recommendation with its wording and its figures. */
export type ResultRow = Pick<
  Release["recommendations"][number],
  "code" | "panels" | "gap" | "consensus"
> & {
  said: Said;
  /** What is recommended, in full. */
  statement: Said;
  addressee: { code: string; name: Said };
  /** The figures of the chosen segment. */
  segment: SegmentFigures | undefined;
};
