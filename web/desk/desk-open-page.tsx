import { DESK_OPEN, pathOf } from "../../domain/paths.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import type { Reader } from "../language/reader.ts";
import { CodeField } from "../organiser/code-field.tsx";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";

interface Props extends Reader {
  assets: Assets;
  problem: ProblemCode | undefined;
  /** What had been entered at a desk that is closed, to be copied. */
  kept: readonly string[];
  /** The desk has just been left. */
  left: boolean;
  code: string;
}

/** The page on which an addressee opens its desk with a one-time link. */
export function DeskOpenPage({ language, text, assets, problem, kept, left, code }: Props) {
  const words = text.responding.desk;
  const { register } = text.organiser;
  const isLink = problem === "desk-link-refused";
  return (
    <Document
      sends
      {...{ language, text }}
      title={pageTitle(words.openTitle)}
      path={DESK_OPEN}
      style={assets.style}
      moreStyle={[assets.consoleStyle, assets.resultsStyle]}
      script={assets.organiseScript}
      footer={words.footer}
    >
      <Refusal
        id="refusal"
        why={problem && text.problems[problem]}
        field={isLink ? "code" : undefined}
      />
      {left ? (
        <p class="notice" role="status">
          {words.left}
        </p>
      ) : null}
      {kept.length === 0 ? null : (
        <section aria-labelledby="kept">
          <h2 id="kept">{words.kept}</h2>
          {kept.map((entered, place) => (
            <textarea key={place} aria-labelledby="kept" dir="auto" rows={6} readOnly>
              {`\n${entered}`}
            </textarea>
          ))}
        </section>
      )}
      <h1>{words.openTitle}</h1>
      <p class="lead">{words.openIntro}</p>
      <p>{words.openHint}</p>
      <Form action={pathOf(DESK_OPEN, { lang: language })}>
        <CodeField
          label={register.code}
          hint={register.codeHint}
          value={code}
          fromFragment
          refused={isLink}
        />
        <button class="primary" type="submit">
          {words.openButton}
        </button>
      </Form>
    </Document>
  );
}
