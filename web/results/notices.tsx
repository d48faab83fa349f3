import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Catalogue } from "../language/catalogue.ts";
import type { ResultsView } from "./facts/view.ts";

/** That a consultation only shows how it works, and protects nobody: on each of its pages. */
export const Demonstration = ({
  text,
  consultation,
}: {
  text: Catalogue;
  consultation: Pick<Consultation, "release">;
}) =>
  consultation.release.every === "demonstration" ? (
    <p class="notice notice-warning">{text.results.demonstration}</p>
  ) : null;

/** What must be known of a release before any figure of it is read. */
export const Notices = ({ view: { text, consultation, release } }: { view: ResultsView }) => (
  <>
    <Demonstration text={text} consultation={consultation} />
    {release.simulated ? <p class="notice notice-warning">{text.results.simulated}</p> : null}
    {release.method === 1 ? <p class="notice">{text.results.earlierMethod}</p> : null}
  </>
);
