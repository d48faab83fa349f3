import type { Consultation } from "../../domain/consultation/definition.ts";
import { TOP } from "../../domain/ledger/places.ts";
import { LEDGER, LEDGER_EMBED, pathOf } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, textOf } from "../language/said.tsx";
import { CopyField } from "../results/share/copy-field.tsx";
import { frameCode, heightScript } from "../results/share/frame-code.ts";
import { linesHeight, NARROW, USUAL } from "../results/share/frame-height.ts";

interface Props extends Reader {
  origin: string;
  consultation: Consultation;
}

/** How to show the ledger on another site; where taking part may be dangerous, only the way to it. */
export function ShareLedger(props: Props) {
  const { language, text, origin, consultation } = props;
  const { id } = consultation;
  const { embed, link } = text.ledger;
  const path = pathOf(LEDGER_EMBED, { id, lang: language });
  const frame = {
    address: origin + path,
    id: `${id}-ledger`,
    title: `${text.ledger.name}: ${textOf(saidIn(props, consultation, consultation.title))}`,
    width: "100%",
    height: { narrow: embedHeight(props, NARROW), usual: embedHeight(props, USUAL) },
  };
  return (
    <section aria-labelledby="ledger">
      <h2 id="ledger">{embed.heading}</h2>
      <p>
        <a href={pathOf(LEDGER, { id, lang: language })}>{link}</a>
      </p>
      {consultation.disclosure === "at-risk" ? null : (
        <>
          <p>{embed.what}</p>
          <CopyField
            id="ledger-code"
            label={text.share.embed.label}
            of={`${frameCode(frame)}\n${heightScript(frame)}`}
            rows={9}
            isCode
          />
          <p>
            <a href={path}>{text.share.embed.see}</a>
          </p>
        </>
      )}
    </section>
  );
}

/** Pixels of what is in the frame besides its words: around it, of each notice, of the picture. */
const [AROUND, NOTICE, PICTURE] = [190, 56, 340];
/** Lines of the widest letters: of the frame's text, and of its small print. */
const [TEXT, SMALL] = [10.4, 8.9];

/**
 * How high a frame of a width must be for the ten highest, whichever they are: those with the longest titles. A
 * test compares it with what browsers draw.
 */
export function embedHeight(props: Props, width: number): number {
  const { text, consultation } = props;
  const { chart, state } = text.ledger;
  const room = width - 32;
  const said = (texts: Consultation["title"]) => textOf(saidIn(props, consultation, texts));
  const small = (words: string) => linesHeight(words, SMALL, 25, room);
  const titles = consultation.recommendations
    .map(({ code, title }) => linesHeight(`${code} ${said(title)}`, TEXT, 25, room) + 8)
    .toSorted((a, b) => b - a)
    .slice(0, TOP);
  const { organiser } = consultation;
  const { askedBy, title } = text.about.consultation;
  return Math.ceil(
    AROUND +
      linesHeight(said(consultation.title), 15.5, 30, room) +
      small(askedBy + title + (organiser === undefined ? "" : said(organiser.name))) +
      [text.results.demonstration, text.results.simulated, text.council.madeUp].reduce(
        (sum, words) => sum + NOTICE + linesHeight(words, TEXT, 25, room - 37),
        0,
      ) +
      linesHeight(chart.found + chart.caption + state.tooFew, TEXT, 25, room) +
      PICTURE +
      titles.reduce((sum, one) => sum + one, 0) +
      small(chart.state + text.results.notAVote),
  );
}
