import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { CodeField } from "./code-field.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";
import { NameField } from "./name-field.tsx";
import { PasskeyButton, PasskeyForm, UnderNumber } from "./passkey-form.tsx";
import { Refusal } from "./refusal.tsx";

interface Props extends ConsoleProps {
  /** Setting the installation up, or joining a team by invitation. */
  by: "setup" | "join";
  entered?: { code: string; name: string };
  problem?: ProblemCode | undefined;
  localhost?: string | undefined;
}

const WAYS = {
  setup: {
    page: ORGANISE.setupPage,
    options: ORGANISE.setupOptions,
    action: ORGANISE.setUp,
    linkProblem: "setup-refused",
  },
  join: {
    page: ORGANISE.joinPage,
    options: ORGANISE.joinOptions,
    action: ORGANISE.join,
    linkProblem: "role-link-refused",
  },
} as const;

/** Becoming an organiser: a name and a passkey, by a one-time link. */
export function RegisterPage(props: Props) {
  const { language, text, assets, by, problem, localhost } = props;
  const { code, name } = props.entered ?? { code: "", name: "" };
  const { page, options, action, linkProblem } = WAYS[by];
  const words = text.organise[by];
  const register = text.organise.register;
  const lang = language;
  const wrong = problem === "name-invalid" ? "name" : problem === linkProblem ? "code" : undefined;
  return (
    <ConsolePage {...{ language, text, assets }} title={words.title} path={page.path} script>
      <Refusal {...{ text, problem }} field={wrong} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <UnderNumber {...{ localhost, text }} />
      <PasskeyForm text={text} action={organisePath(action, { lang })}>
        <CodeField
          label={register.code}
          hint={register.codeHint}
          value={code}
          fromFragment
          refused={wrong === "code"}
        />
        {by === "join" ? <h2>{text.organise.join.newHeading}</h2> : null}
        <NameField text={text} value={name} refused={wrong === "name"} />
        <p class="hint">{register.passkeyHint}</p>
        <PasskeyButton passkey="create" {...{ options, action, language }}>
          {register.button}
        </PasskeyButton>
        {by === "join" ? <Known {...{ language, text }} /> : null}
      </PasskeyForm>
    </ConsolePage>
  );
}

/** For whoever is an organiser here already: the passkey they have will do. */
const Known = ({ language, text }: Pick<ConsoleProps, "language" | "text">) => (
  <>
    <h2>{text.organise.join.knownHeading}</h2>
    <p>{text.organise.join.known}</p>
    <PasskeyButton
      passkey="get"
      options={ORGANISE.signInOptions}
      action={ORGANISE.joinAsKnown}
      language={language}
      second
    >
      {text.organise.join.knownButton}
    </PasskeyButton>
  </>
);
