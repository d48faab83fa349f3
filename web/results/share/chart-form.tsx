import { Form } from "../../form/form.tsx";
import { CHART_CHOICE, pathOf } from "../../../domain/paths.ts";
import { textOf } from "../../language/said.tsx";
import { PICTURE_SIZES } from "../chart/picture-size.ts";
import { recommendationChart } from "../chart/recommendation-chart.tsx";
import { ballotsOf } from "../facts/choices.ts";
import type { ResultsView } from "../facts/view.ts";

/** Ends of the names of the files that a chart is to be had as. */
export const CHART_FORMATS = ["png", "svg", "vl.json"] as const;
/** What stands for the chart of all recommendations; no recommendation has that code (`consultation/code.ts`). */
export const OVERVIEW = "overview";
/** And in the form for the picture of the ledger: no code has a stroke in it. */
export const LEDGER_OF_FORM = "/ledger";

/** Any chart in any size and form, by one form instead of a wall of links. */
export function ChartForm({ view }: { view: ResultsView }) {
  const { language, text, consultation } = view;
  const { sizes, pictures } = text.share;
  const rows = view.rows.filter((row) => recommendationChart(row, view) !== undefined);
  return (
    <Form
      asks
      action={pathOf(CHART_CHOICE, { id: consultation.id })}
      class="chart-form"
      hidden={{ ...ballotsOf(view.choices), lang: language }}
    >
      <h3>{sizes.more}</h3>

      <p class="field">
        <label for="chart">{sizes.chart}</label>
        <select id="chart" name="chart">
          {view.shown.length === 0 ? null : <option value={OVERVIEW}>{pictures.overview}</option>}
          {rows.map(({ code, said }) => (
            <option key={code} value={code}>
              {`${code} ${textOf(said)}`}
            </option>
          ))}
          <option value={LEDGER_OF_FORM}>{sizes.ledger}</option>
        </select>
      </p>
      <p class="field">
        <label for="size">{sizes.size}</label>
        <select id="size" name="size">
          {PICTURE_SIZES.map((size) => (
            <option key={size} value={size}>
              {sizes.sizes[size]}
            </option>
          ))}
        </select>
      </p>
      <p class="field">
        <label for="format">{sizes.format}</label>
        <select id="format" name="format">
          {CHART_FORMATS.map((format) => (
            <option key={format} value={format}>
              {sizes.formats[format]}
            </option>
          ))}
        </select>
      </p>
      <p class="hint">{sizes.vega}</p>
      <button type="submit" class="secondary">
        {sizes.get}
      </button>
    </Form>
  );
}
