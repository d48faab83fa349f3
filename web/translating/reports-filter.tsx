import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { languageName } from "../language/names.ts";
import { useReader } from "../language/reader.ts";
import { placeName } from "../translation/place-options.tsx";
import { fill, formatNumber } from "../text.ts";
import type { ReportsLook, ReportView } from "./reports-view.ts";

interface Props {
  definition: Consultation;
  look: ReportsLook;
  reports: readonly ReportView[];
}

/** The choice of language and place, of those of which there are reports, with how many. */
export function ReportsFilter({ definition, look, reports }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.reports.filter;
  const counted = (name: string, some: readonly ReportView[]) =>
    fill(words.counted, { name, count: formatNumber(language, some.length) });
  const each = (of: "language" | "place") => [...new Set(reports.map((one) => one[of]))].toSorted();
  const option = (value: string, label: string, chosen: string) => (
    <option key={value} value={value} selected={value === chosen}>
      {label}
    </option>
  );
  return (
    <Form
      asks
      class="filter"
      action={organisePath(ORGANISE.reports, { id: definition.id })}
      hidden={{ lang: language }}
    >
      <Field id="of" label={words.language}>
        {(described) => (
          <select id="of" name="of" {...described}>
            {option("", counted(words.all, reports), look.of)}
            {each("language").map((one) =>
              option(
                one,
                counted(
                  languageName(one, language),
                  reports.filter((report) => report.language === one),
                ),
                look.of,
              ),
            )}
          </select>
        )}
      </Field>
      <Field id="place" label={words.place}>
        {(described) => (
          <select id="place" name="place" {...described}>
            {option("", counted(words.all, reports), look.place)}
            {each("place").map((one) =>
              option(
                one,
                counted(
                  placeName(reader, definition, one) ?? one,
                  reports.filter((report) => report.place === one),
                ),
                look.place,
              ),
            )}
          </select>
        )}
      </Field>
      <p class="buttons">
        <button class="secondary" type="submit">
          {words.show}
        </button>
      </p>
    </Form>
  );
}
