import type { Consultation } from "../../domain/consultation/definition.ts";
import { useReader } from "../language/reader.ts";
import { markedOnce, saidIn, Wording } from "../language/said.tsx";
import { followLinks } from "./follow-links.ts";

interface Props {
  consultation: Consultation;
  /** The recommendation whose page it is; without it, the whole consultation. */
  recommendation?: string;
}

/** The ways to be told what comes of a consultation, or of one recommendation, without leaving anything behind. */
export function Follow({ consultation, recommendation }: Props) {
  const reader = useReader();
  const { language } = reader;
  const { follow } = reader.text.news;
  const { id, addressees, disclosure } = consultation;
  const whole = followLinks(id, language, { recommendation });
  const names = markedOnce(addressees.map(({ name }) => saidIn(reader, consultation, name)));
  return (
    <section aria-labelledby="follow">
      <h2 id="follow">{follow.heading}</h2>
      <p>{follow.intro}</p>
      <p class="buttons">
        <a class="button secondary" href={whole.atom}>
          {follow.atom}
        </a>
        <a class="button secondary" href={whole.json}>
          {follow.json}
        </a>
        <a class="button secondary" href={whole.calendar}>
          {follow.calendar}
        </a>
      </p>
      {disclosure === "at-risk" ? (
        <p class="notice notice-warning">{follow.atRisk}</p>
      ) : (
        <p class="hint">{follow.privacy}</p>
      )}
      {recommendation !== undefined ? null : (
        <>
          {addressees.length < 2 ? null : (
            <>
              <h3>{follow.only}</h3>
              <ul class="plain">
                {addressees.map(({ code }, place) => {
                  const own = followLinks(id, language, { addressee: code });
                  return (
                    <li key={code}>
                      <span id={`follow-${code}`}>
                        <Wording of={names[place]!} />
                      </span>
                      {": "}
                      <a href={own.atom} aria-describedby={`follow-${code}`}>
                        {follow.atom}
                      </a>
                      {" · "}
                      <a href={own.calendar} aria-describedby={`follow-${code}`}>
                        {follow.calendar}
                      </a>
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          <p class="hint">{follow.onlyHint}</p>
        </>
      )}
    </section>
  );
}
