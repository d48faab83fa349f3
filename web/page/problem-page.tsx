import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { PROBLEMS, type Problem, type ProblemCode } from "../../domain/problem.ts";
import { HOME, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "./assets.ts";
import { Document } from "./document.tsx";
import { pageTitle } from "./page-title.ts";

export interface ProblemPageProps extends Reader {
  assets: Assets;
  /** The path that was asked for. */
  path: string;
  problem: Problem;
}

/** A refusal or failure as a page: what failed, what to do now, and a way out. */
export function ProblemPage({ language, text, assets, path, problem }: ProblemPageProps) {
  const words = text.common.problemPage;
  const heading = words[headingOf(problem.problem)];
  const consultation = consultationOf(path, problem.problem);
  const isConsole = path.startsWith(ORGANISE.home.path);
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(heading)}
      path={path}
      footer={isConsole ? text.organiser.page.footer : undefined}
      style={assets.style}
    >
      <h1>{heading}</h1>
      <p class="lead">{text.problems[problem.problem]}</p>
      {problem.faults === undefined || problem.faults.length === 0 ? null : (
        <>
          <p>{words.places}</p>
          <ul>
            {problem.faults.map(({ pointer, fault }) => (
              <li key={pointer}>
                <code>{pointer}</code> {text.common.faults[fault]}
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="buttons">
        {consultation === undefined ? null : (
          <a class="button primary" href={`${consultation}?lang=${language}`}>
            {words.backToConsultation}
          </a>
        )}
        {isConsole ? (
          <a href={organisePath(ORGANISE.home, { lang: language })}>
            {text.organiser.page.console}
          </a>
        ) : (
          <a href={pathOf(HOME, { lang: language })}>{text.common.allConsultations}</a>
        )}
      </p>
    </Document>
  );
}

function headingOf(problem: ProblemCode): "notFound" | "refused" | "failed" | "busy" {
  const status = PROBLEMS[problem];
  if (status === 404) return "notFound";
  if (status === 503) return "busy";
  return status >= 500 ? "failed" : "refused";
}

/** The consultation's own page, when the path lies below one that is there. */
const consultationOf = (path: string, problem: ProblemCode): string | undefined =>
  problem === "consultation-unknown" ? undefined : /^\/c\/[a-z0-9-]+(?=\/)/.exec(path)?.[0];
