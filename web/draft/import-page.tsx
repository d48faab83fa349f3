import { MOST_RECOMMENDATIONS } from "../../domain/consultation/definition.ts";
import type { ImportFault } from "../../domain/draft/import/fault.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { ImportFaults } from "./import-faults.tsx";
import { SourceFields } from "./source-fields.tsx";

interface Props extends SectionProps {
  /** It is a draft, and so can be imported into. */
  isDraft: boolean;
  way?: string;
  entered?: string;
  imports?: readonly ImportFault[];
}

/** Importing into a draft that there is: the file or the text. */
export function ImportPage({ isDraft, way = "file", entered = "", imports = [], ...page }: Props) {
  const { language, text, signedIn, consultation } = page;
  const words = text.draft.importing;
  return (
    <SectionPage {...page} page={ORGANISE.importPage} heading={words.again.title}>
      <Refusal
        heading={words.refused}
        why={imports.length > 0 ? text.problems["import-invalid"] : undefined}
      >
        <ImportFaults faults={imports} />
      </Refusal>
      {!isDraft ? (
        <p>{words.again.locked}</p>
      ) : (
        <>
          <p class="lead">{words.again.intro}</p>
          <Form
            id="new"
            action={organisePath(ORGANISE.import, { id: consultation.id, lang: language })}
            token={signedIn.formToken}
            checkedBy="server"
            file
          >
            <fieldset>
              <legend>{words.way}</legend>
              {(["file", "paste"] as const).map((one) => (
                <div key={one} class="way">
                  <label class="choice">
                    <input type="radio" name="way" value={one} checked={one === way} />{" "}
                    {words.ways[one]}
                  </label>
                </div>
              ))}
            </fieldset>
            <SourceFields
              text={entered}
              fileHint={fill(words.fileHint, {
                most: formatNumber(language, MOST_RECOMMENDATIONS),
              })}
            />
            <p class="buttons">
              <button class="primary" type="submit" name="do" value="look">
                {words.again.look}
              </button>
            </p>
          </Form>
        </>
      )}
    </SectionPage>
  );
}
