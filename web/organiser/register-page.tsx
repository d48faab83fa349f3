import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import { useReader } from "../language/reader.ts";
import { CodeField } from "./code-field.tsx";
import { ConsolePage, type ConsoleProps } from "./console-page.tsx";
import { NameField } from "./name-field.tsx";
import { PasskeyButton, PasskeyForm, UnderNumber } from "./passkey-form.tsx";

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
    known: ORGANISE.setUpAsKnown,
    linkProblem: "setup-refused",
  },
  join: {
    page: ORGANISE.joinPage,
    options: ORGANISE.joinOptions,
    action: ORGANISE.join,
    known: ORGANISE.joinAsKnown,
    linkProblem: "role-link-refused",
  },
} as const;

/** Becoming an organiser: a name and a passkey, by a one-time link. */
export function RegisterPage(props: Props) {
  const { language, text, assets, by, problem, localhost } = props;
  const { code, name } = props.entered ?? { code: "", name: "" };
  const { page, options, action, known, linkProblem } = WAYS[by];
  const words = text.organiser[by];
  const register = text.organiser.register;
  const lang = language;
  const wrong = problem === "name-invalid" ? "name" : problem === linkProblem ? "code" : undefined;
  return (
    <ConsolePage {...{ language, text, assets }} title={words.title} path={page.path} script>
      <Refusal id="refusal" why={problem && text.problems[problem]} field={wrong} />
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <UnderNumber localhost={localhost} />
      <PasskeyForm action={organisePath(action, { lang })}>
        <CodeField
          label={register.code}
          hint={register.codeHint}
          value={code}
          fromFragment
          refused={wrong === "code"}
        />
        <h2>{words.newHeading}</h2>
        {"newMeans" in words ? <p>{words.newMeans}</p> : null}
        <NameField value={name} refused={wrong === "name"} />
        <p class="hint">{register.passkeyHint}</p>
        <PasskeyButton passkey="create" {...{ options, action }}>
          {register.button}
        </PasskeyButton>
        <Known by={by} action={known} />
      </PasskeyForm>
    </ConsolePage>
  );
}

/** For whoever is an organiser here already: the passkey they have will do. */
function Known({ by, action }: Pick<Props, "by"> & { action: OrganiserEndpoint }) {
  const words = useReader().text.organiser[by];
  return (
    <>
      <h2>{words.knownHeading}</h2>
      <p>{words.known}</p>
      <PasskeyButton passkey="get" options={ORGANISE.signInOptions} action={action} second>
        {words.knownButton}
      </PasskeyButton>
    </>
  );
}
