import { doors } from "../../domain/participation/doors.ts";
import { useReader } from "../language/reader.ts";
import { aboutOr, shownOr } from "./shown-or.ts";
import type { WatchView } from "./view.ts";

/** How many came by which door; only where some have links of their own. */
export function Doors({ view }: { view: WatchView }) {
  const { language, text } = useReader();
  const { newest, definition } = view;
  const { participation } = text;
  const words = participation.doors;
  if (newest === undefined || definition.channels === undefined) return null;
  return (
    <div class="table-scroll" role="region" aria-label={words.heading} tabIndex={0}>
      <table>
        <caption>{words.heading}</caption>
        <thead>
          <tr>
            <th scope="col">{words.door}</th>
            <th scope="col" class="number">
              {participation.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {doors(newest).map(({ door, ballots }) => (
            <tr key={door}>
              <th scope="row">{words[door]}</th>
              <td class="number">
                {(door === "expert" ? shownOr : aboutOr)(language, text, ballots)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
