import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatNumber } from "../text.ts";
import type { ResultsView } from "./facts/view.ts";

interface Props {
  consultation: Pick<Consultation, "release">;
}

/** That a consultation only shows how it works, and protects nobody: on each of its pages. */
export function Demonstration({ consultation }: Props) {
  const { results } = useReader().text;
  return consultation.release.every === "demonstration" ? (
    <p class="notice notice-warning">{results.demonstration}</p>
  ) : null;
}

/** What must be known of a release before any figure of it is read. */
export const Notices = ({
  view: { language, text, consultation, release, unreadable },
}: {
  view: Pick<ResultsView, "text" | "consultation" | "release"> &
    Partial<Pick<ResultsView, "language" | "unreadable">>;
}) => (
  <>
    <Demonstration consultation={consultation} />
    {unreadable === undefined || language === undefined ? null : (
      <p class="notice notice-warning">
        {fill(text.results.unreadable, {
          newest: formatNumber(language, unreadable),
          release: formatNumber(language, release.release),
        })}
      </p>
    )}
    {release.simulated ? <p class="notice notice-warning">{text.results.simulated}</p> : null}
    {release.method === 1 ? <p class="notice">{text.results.earlierMethod}</p> : null}
  </>
);
