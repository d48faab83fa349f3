import type { Panel } from "../../../domain/ballot/ballot.ts";

/** The shape of a panel around the point 0,0: circle for the public, diamond for the experts. */
export const PanelShape = ({ panel }: { panel: Panel }) =>
  panel === "public" ? (
    <circle class="mark-public" r="7" />
  ) : (
    <path class="mark-expert" d="M0-9L9 0 0 9-9 0z" />
  );

/** The shape of a chosen segment: an open triangle. */
export const SegmentShape = () => <path class="mark-segment" d="M0-9L8.5 6h-17z" />;

/** The shape of a panel within a line of text, whose words name the panel. */
export const PanelMark = ({ panel }: { panel: Panel | "segment" }) => (
  <svg class="panel-mark" width="20" height="18" viewBox="-10 -9.5 20 18" aria-hidden="true">
    {panel === "segment" ? <SegmentShape /> : <PanelShape panel={panel} />}
  </svg>
);
