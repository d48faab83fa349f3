import { addressOf, type ResultsView } from "./facts/view.ts";

interface Props {
  view: ResultsView;
  /** Which chart: `overview.svg`, or the one of a recommendation. */
  chart: string;
  name: string;
}

/** A link to a chart as a file. */
export const Download = ({ view, chart, name }: Props) => (
  <p class="download">
    <a href={addressOf(view, {}, chart)} download>
      {name}
    </a>
  </p>
);
