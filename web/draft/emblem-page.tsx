import { type Draft, languagesOf, valueOf } from "../../domain/draft/draft.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { EMBLEM, pathOf } from "../../domain/paths.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Field } from "../form/field.tsx";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { fieldId } from "./editing.ts";

interface Props extends SectionProps {
  draft: Draft;
  isDraft: boolean;
  /** Most pixels on a side. */
  mostSide: number;
  problem: ProblemCode | undefined;
}

/** The emblem as it is, and the way to another one or to none. */
export function EmblemPage({ draft, isDraft, mostSide, problem, ...page }: Props) {
  const { language, text, signedIn, consultation } = page;
  const words = text.draft.emblem;
  const file = valueOf(draft, "emblem.file");
  const to = { id: consultation.id, lang: language };
  const original = languagesOf(draft)[0]!;
  const alt = valueOf(draft, `emblem.alt.${original}`);
  const action = organisePath(ORGANISE.takeEmblem, to);
  return (
    <SectionPage {...page} page={ORGANISE.emblemPage} heading={words.title}>
      <Refusal why={problem && text.problems[problem]} field={problem && "file"} />
      <p class="lead">{words.intro}</p>
      <h2>{words.now}</h2>
      {file === "" ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p class="emblem">
            <img src={pathOf(EMBLEM, { file })} alt={alt} lang={original} />
          </p>
          {alt === "" ? (
            <p class="notice notice-warning">
              <a
                href={`${organisePath(ORGANISE.editPage, to)}#${fieldId(`emblem.alt.${original}`)}`}
              >
                {words.altMissing}
              </a>
            </p>
          ) : null}
        </>
      )}
      {!isDraft ? (
        <p>{words.locked}</p>
      ) : (
        <>
          <Form action={action} token={signedIn.formToken} checkedBy="server" file>
            <Field
              id="file"
              label={words.label}
              hint={fill(words.hint, { most: formatNumber(language, mostSide) })}
              refused={problem !== undefined}
            >
              {(described) => (
                <input id="file" name="file" type="file" accept=".svg,.png" {...described} />
              )}
            </Field>
            <p class="buttons">
              <button class="primary" type="submit" name="do" value="take">
                {words.take}
              </button>
            </p>
          </Form>
          {file === "" ? null : (
            <Form action={action} token={signedIn.formToken} file>
              <p class="buttons">
                <button class="danger" type="submit" name="do" value="remove">
                  {words.remove}
                </button>
              </p>
            </Form>
          )}
        </>
      )}
    </SectionPage>
  );
}
