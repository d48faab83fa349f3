import { addressOf, type ResultsView } from "./facts/view.ts";

interface Props {
  view: ResultsView;
  /** Path of the file below the results page. */
  part: string;
  name: string;
}

/** A link to a chart as a file. */
export const Download = ({ view, part, name }: Props) => (
  <p class="download">
    <a href={addressOf(view, {}, part)} download>
      {name}
    </a>
  </p>
);
