import type { ComponentProps } from "preact";
import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { API_ROOT } from "../../domain/paths.ts";
import { MOST_KEYS } from "../../domain/program/key.ts";
import type { Problem } from "../../domain/problem.ts";
import { byField, Refusal } from "../form/refusal.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { KeyEntry, type KeyView } from "./key-entry.tsx";
import { KeyForm } from "./key-form.tsx";

type Making = Omit<ComponentProps<typeof KeyForm>, "signedIn" | "consultation">;

interface Props extends SectionProps {
  keys: readonly KeyView[];
  /** `undefined` where no key would count any more. */
  making: Making | undefined;
  problem: Problem["problem"] | undefined;
}

/** The keys of a consultation's programs, and the form that makes one. */
export function KeysPage(props: Props) {
  const { language, text, assets, signedIn, consultation, keys, making, problem } = props;
  const words = text.programs;
  const most = formatNumber(language, MOST_KEYS);
  const { name, role, languages: spoken, expires } = making?.faults ?? {};
  const wrong = { name, role: role ?? spoken, expires };
  return (
    <SectionPage
      {...props}
      page={ORGANISE.keys}
      heading={words.title}
      moreStyle={[assets.resultsStyle, assets.invitingStyle]}
    >
      <Refusal
        why={problem && text.problems[problem]}
        faults={byField(wrong).filter(({ sentence }) => sentence !== "")}
      />
      <p class="lead">{words.intro}</p>
      <p>{words.never}</p>
      <p>
        <a href={API_ROOT}>{words.reference}</a>
      </p>
      {keys.length === 0 ? (
        <p class="notice">{words.none}</p>
      ) : (
        <>
          <p>{fill(words.counted, { count: formatNumber(language, keys.length), most })}</p>
          <ul class="plain-list">
            {keys.map((one) => (
              <KeyEntry key={one.hash} shown={one} consultation={consultation} />
            ))}
          </ul>
        </>
      )}
      {making === undefined ? (
        <p class="notice">{words.making.over}</p>
      ) : keys.length >= MOST_KEYS ? (
        <p class="notice">{fill(words.making.full, { most })}</p>
      ) : (
        <section aria-labelledby="make-key">
          <h2 id="make-key">{words.making.heading}</h2>
          <KeyForm {...{ signedIn, consultation }} {...making} />
        </section>
      )}
    </SectionPage>
  );
}
