import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import type { WayBack } from "./carried.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";
import { RecoveryForm } from "./recovery-form.tsx";
import { withTo } from "./sign-in-page.tsx";

interface Props extends ConsoleProps, WayBack {
  problem?: ProblemCode | undefined;
  code?: string;
}

/** Signing in with a recovery code; works without a script. */
export function RecoveryPage(props: Props) {
  const { language, text, assets, problem, code = "", to, carried } = props;
  const words = text.organiser.recovery;
  return (
    <ConsolePage
      {...{ language, text, assets }}
      title={words.title}
      path={ORGANISE.recoveryPage.path}
      query={to === undefined ? undefined : { to }}
      onlyOnce={carried !== undefined}
    >
      <Refusal id="refusal" why={problem && text.problems[problem]} field="code" />
      <h1>{words.title}</h1>
      {carried === undefined ? null : (
        <p class="notice notice-warning">{text.organiser.sendOn.kept}</p>
      )}
      <p class="lead">{words.intro}</p>
      <RecoveryForm {...{ to, carried, code }} refused={problem !== undefined} />
      {carried === undefined ? (
        <p class="buttons">
          <a href={withTo(organisePath(ORGANISE.signInPage, { lang: language }), to)}>
            {words.back}
          </a>
        </p>
      ) : null}
    </ConsolePage>
  );
}
