import type { Consultation } from "../../domain/consultation/definition.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { saidIn, textOf, Wording } from "../language/said.tsx";
import type { SectionProps } from "../organiser/section-page.tsx";
import { fill, formatMoment } from "../text.ts";

/** A link that waits, or the desk that it has opened. */
export interface DeskView {
  hash: string;
  /** By its code. */
  addressee: string;
  /** Name of whoever made the link. */
  by: string;
  /** ISO 8601. */
  madeAt: string;
  endsAt: string;
  openedAt: string | undefined;
}

interface Props extends Pick<SectionProps, "signedIn" | "consultation"> {
  definition: Consultation;
  /** The one that ends first before the others. */
  desks: readonly DeskView[];
}

/** The desks of those addressed: what is on its way or open, and a form for each that makes a link. */
export function Desks({ signedIn, consultation, definition, desks }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const words = text.responding.desks;
  const to = { id: consultation.id, lang: language };
  const nameOf = (addressee: string) => {
    const named = definition.addressees.find(({ code }) => code === addressee);
    return named === undefined ? addressee : saidIn(reader, definition, named.name);
  };
  const at = (iso: string) => formatMoment(language, iso, consultation.timeZone);
  return (
    <section aria-labelledby="desks">
      <h2 id="desks">{words.heading}</h2>
      <p>{words.intro}</p>
      {definition.addressees.map(({ code }) => (
        <Form
          key={code}
          action={organisePath(ORGANISE.makeDeskLink, to)}
          token={signedIn.formToken}
          hidden={{ addressee: code }}
        >
          <p>
            <button class="secondary" type="submit">
              {fill(words.make, { addressee: textOf(nameOf(code)) })}
            </button>
          </p>
        </Form>
      ))}
      {desks.length === 0 ? <p class="hint">{words.none}</p> : null}
      <ul class="answers" hidden={desks.length === 0}>
        {desks.map(({ hash, addressee, by, madeAt, endsAt, openedAt }) => {
          const about = { name: by, made: at(madeAt), until: at(endsAt) };
          const name = nameOf(addressee);
          return (
            <li class="entry" key={hash}>
              <p>
                <strong>
                  <Wording of={name} />
                </strong>
                <br />
                {openedAt === undefined
                  ? fill(words.link, about)
                  : fill(words.opened, { ...about, at: at(openedAt) })}
              </p>
              <Form
                action={organisePath(ORGANISE.endDesk, to)}
                token={signedIn.formToken}
                hidden={{ desk: hash }}
              >
                <button class={openedAt === undefined ? "secondary" : "danger"} type="submit">
                  {openedAt === undefined ? words.end : words.close}
                  <span class="visually-hidden">{`: ${textOf(name)}, ${about.made}`}</span>
                </button>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
