import type { Said } from "../../language/said.tsx";
import type { Release, SegmentFigures } from "../../../domain/release/schema.ts";
import type { ResponseStatus } from "../../../domain/response/status.ts";

/** One recommendation with its wording and its figures. */
export type ResultRow = Pick<
  Release["recommendations"][number],
  "code" | "panels" | "gap" | "consensus"
> & {
  said: Said;
  addressee: { code: string; name: Said };
  /** The figures of the chosen segment. */
  segment: SegmentFigures | undefined;
  /** What stands of what was officially answered to the whole of it. */
  status: ResponseStatus;
};
