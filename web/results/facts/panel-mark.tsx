import type { SVGAttributes } from "preact";
import type { Panel } from "../../../domain/ballot/ballot.ts";

/** What has a shape of its own. */
export type Marked = Panel | "segment";

type Look = (name: `mark-${Marked}`) => Pick<SVGAttributes, "class" | "fill" | "stroke">;

const byClass: Look = (name) => ({ class: name });

/** The shape around the point 0,0: circle for the public, diamond for the experts, an open triangle for a group. */
export function MarkShape({ of, look = byClass }: { of: Marked; look?: Look }) {
  const how = look(`mark-${of}`);
  if (of === "public") return <circle {...how} r="7" />;
  return <path {...how} d={of === "expert" ? "M0-9L9 0 0 9-9 0z" : "M0-9L8.5 6h-17z"} />;
}

/** The shape of a panel within a line of text, whose words name the panel. */
export const PanelMark = ({ panel }: { panel: Marked }) => (
  <svg class="panel-mark" width="20" height="18" viewBox="-10 -9.5 20 18" aria-hidden="true">
    <MarkShape of={panel} />
  </svg>
);
