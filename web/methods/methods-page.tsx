import type { ComponentChildren } from "preact";
import { DISCLOSURES, POLICIES } from "../../domain/disclosure/policy.ts";
import { FLAGGING } from "../../domain/flags/rules.ts";
import { METHODS } from "../../domain/paths.ts";
import { COMPARED_FROM } from "../../domain/release/ranks.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { agreementLimits } from "../results/facts/agreement.ts";
import { fill, formatNumber } from "../text.ts";
import { FORMULAS, SOURCES } from "./formulas.ts";

interface Props extends Reader {
  assets: Assets;
}

/** How every figure of results is made: in words, and with the formulas. */
export function MethodsPage({ language, text, assets }: Props) {
  const { methods } = text;
  const { read, noise } = text.results;
  const cause = read.byChanceAndNoise;
  return (
    <Document
      language={language}
      text={text}
      title={`${methods.title} – Kenes`}
      path={METHODS}
      style={assets.readingStyle}
    >
      <h1>{methods.title}</h1>
      <p class="lead">{methods.lead}</p>
      <Part id="counts" heading={methods.counts.heading} of={[methods.counts.text]} />
      <Part id="noise" heading={noise.heading} of={[noise.what, noise.small, methods.noise.text]}>
        <Formulas of="noise" />
      </Part>
      <Part id="fitted" heading={methods.fitted.heading} of={[methods.fitted.text]}>
        <Formulas of="fitted" />
      </Part>
      <Limits language={language} text={text} />
      <Part
        id="mean"
        heading={methods.mean.heading}
        of={[read.mean, fill(read.interval, { cause })]}
      >
        <Formulas of="mean" />
      </Part>
      <Part id="shares" heading={methods.shares.heading} of={[methods.shares.text]}>
        <Formulas of="shares" />
      </Part>
      <Part
        id="ranks"
        heading={methods.ranks.heading}
        of={[fill(read.rank, { cause }), methods.ranks.text]}
      >
        <Formulas of="ranks" />
      </Part>
      <Part
        id="agreement"
        heading={methods.agreement.heading}
        of={[fill(read.disagreement, agreementLimits(language))]}
      >
        <Formulas of="agreement" />
      </Part>
      <Part id="gap" heading={methods.gap.heading} of={[read.gap, methods.gap.text]}>
        <Formulas of="gap" />
      </Part>
      <Part id="consensus" heading={methods.consensus.heading} of={[read.consensus]} />
      <Part id="first" heading={methods.first.heading} of={[read.first]} />
      <Part id="ledger" heading={methods.ledger.heading} of={[methods.ledger.text]} />
      <Part id="worth" heading={methods.worth.heading} of={[read.selfSelected, methods.worth.text]}>
        <Formulas of="worth" />
      </Part>
      <Signs text={text} />
      <FlaggedBallots language={language} text={text} />
      <Part id="check" heading={methods.check.heading} of={[methods.check.text]} />
      <Part id="sources" heading={methods.sources} of={[]}>
        <ul lang="en" dir="ltr">
          {SOURCES.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </Part>
    </Document>
  );
}

interface PartProps {
  id: string;
  heading: string;
  of: readonly string[];
  children?: ComponentChildren;
}

const Part = ({ id, heading, of, children }: PartProps) => (
  <section aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {of.map((one) => (
      <p key={one}>{one}</p>
    ))}
    {children}
  </section>
);

const Formulas = ({ of }: { of: keyof typeof FORMULAS }) => (
  <ul class="formulas">
    {FORMULAS[of].map((one) => (
      <li key={one}>
        <code>{one}</code>
      </li>
    ))}
  </ul>
);

/** What each policy promises, and from how many ratings it tells what. */
function Limits({ language, text }: Reader) {
  const { limits } = text.methods;
  const number = (value: number) => formatNumber(language, value, Number.isInteger(value) ? 0 : 1);
  return (
    <Part id="limits" heading={limits.heading} of={[]}>
      <ul>
        {DISCLOSURES.map((one) => {
          const { sigma, base, sharesFrom } = POLICIES[one];
          return (
            <li key={one}>
              <b>{limits[one]}</b>
              {": "}
              {[
                ["σ =", sigma] as const,
                [limits.base, base] as const,
                [limits.shares, sharesFrom] as const,
              ].map(([name, value]) => (
                <span key={name} class="figure">
                  {name} <bdi>{number(value)}</bdi>
                </span>
              ))}
            </li>
          );
        })}
      </ul>
      <p>{fill(limits.note, { compared: number(COMPARED_FROM) })}</p>
    </Part>
  );
}

/** What the signs in the formulas stand for. */
function Signs({ text }: Pick<Reader, "text">) {
  const { signs } = text.methods;
  return (
    <section aria-labelledby="signs">
      <h2 id="signs">{signs.heading}</h2>
      <dl class="signs">
        {(["y", "h", "n", "v", "F", "K", "z"] as const).map((sign) => (
          <div key={sign}>
            <dt>
              <code>{sign === "K" ? "K = 5" : sign}</code>
            </dt>
            <dd>{signs[sign]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** By which rules ballots are flagged, and how often that is wrong. */
function FlaggedBallots({ language, text }: Reader) {
  const { heading, rules, wrong, ...flagged } = text.methods.flagged;
  const { burstPerMinute, fastSeconds, straightFrom, clones } = FLAGGING;
  const values = {
    burst: burstPerMinute,
    fast: fastSeconds,
    straight: straightFrom,
    rated: clones.ratedFrom,
    off: clones.offMode,
    least: clones.least,
    oneIn: clones.oneIn,
    times: clones.times,
  };
  const written = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, formatNumber(language, value)]),
  );
  return (
    <Part id="flagged" heading={heading} of={[flagged.text]}>
      <ul>
        {rules.map((rule) => (
          <li key={rule}>{fill(rule, written)}</li>
        ))}
      </ul>
      <p>{wrong}</p>
    </Part>
  );
}
