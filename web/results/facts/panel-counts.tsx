import type { ComponentChildren } from "preact";
import { type Panel, PANELS } from "../../../domain/ballot/ballot.ts";
import { useReader } from "../../language/reader.ts";
import { PanelMark } from "./panel-mark.tsx";

/** How many of each panel, as `count` says it. */
export function PanelCounts({ count }: { count: (panel: Panel) => ComponentChildren }) {
  const { panels } = useReader().text.common;
  return (
    <dl class="took-part">
      {PANELS.map((panel) => (
        <div key={panel}>
          <dt>
            <PanelMark panel={panel} /> {panels[panel]}
          </dt>
          <dd>{count(panel)}</dd>
        </div>
      ))}
    </dl>
  );
}
