import type { ComponentChildren } from "preact";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Notice } from "../../domain/noticed.ts";
import type { Stage } from "../../domain/consultation/life.ts";
import type { ReadOnly } from "../../domain/read-only.ts";
import type { Trouble } from "../../domain/trouble.ts";
import { useReader } from "../language/reader.ts";
import { fill, formatMoment } from "../text.ts";
import { BinnedDrafts } from "./binned-drafts.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import type { BinnedConsultation, FrontConsultation } from "./front-view.ts";
import { Needs } from "./needs-list.tsx";
import { noticeWords } from "./notice-words.ts";
import { OwnConsultation } from "./own-consultation.tsx";

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  consultations: readonly FrontConsultation[];
  /** The ids of those of their consultations that cannot be read. */
  unreadable: readonly string[];
  binned: readonly BinnedConsultation[];
  /** What too much of came to the installation. */
  notices: readonly Notice[];
  /** What whoever runs the installation has to be told. */
  troubles: readonly Trouble[];
  /** That nothing is taken at present. */
  readOnly: ReadOnly | undefined;
}

/** The front page of the console: what asks for attention today, then every consultation with its next step. */
export function ConsoleHomePage(props: Props) {
  const { language, text, assets, signedIn, consultations, unreadable } = props;
  const { binned, notices, troubles, readOnly } = props;
  const words = text.organiser.home;
  const begin = (kind: "primary" | "secondary") => (
    <p class="buttons">
      <a class={`button ${kind}`} href={organisePath(ORGANISE.newPage, { lang: language })}>
        {text.draft.importing.title}
      </a>
    </p>
  );
  const inOrder = consultations.toSorted((one, other) => rank(one) - rank(other));
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={ORGANISE.home.path}
    >
      <h1>{words.title}</h1>
      {readOnly === undefined ? null : <TakesNothing {...readOnly} />}
      {troubles.map((trouble) => (
        <p key={trouble} class="notice notice-warning" role="alert">
          {words.troubles[trouble]}
        </p>
      ))}
      {unreadable.map((id) => (
        <p key={id} class="notice notice-warning" role="alert">
          {fill(words.unreadable, { id })}
        </p>
      ))}
      {notices.slice(0, 1).map(({ kind, day, band }) => (
        <p key={kind} class="notice">
          {noticeWords({ language, text }, `noticed-${kind}`, { day, count: band })}
        </p>
      ))}
      {consultations.length + unreadable.length === 0 ? (
        <First>{begin("primary")}</First>
      ) : (
        <>
          <Needs consultations={inOrder} />
          {begin("secondary")}
          {inOrder.map((one) => (
            <OwnConsultation key={one.id} {...one} alone={consultations.length === 1} />
          ))}
        </>
      )}
      <BinnedDrafts binned={binned} token={signedIn.formToken} />
    </ConsolePage>
  );
}

/** What is going on stands before what will, and what is over comes last. */
const ORDER: readonly Stage[] = ["open", "paused", "scheduled", "draft", "closed", "archived"];
const rank = ({ stage }: FrontConsultation): number => ORDER.indexOf(stage);

/** Since when nothing is taken, and who or what decided it. */
function TakesNothing({ since, by, note }: ReadOnly) {
  const { language, text } = useReader();
  const words = text.organiser.home.readOnly;
  return (
    <p class="notice notice-warning" role="alert">
      {fill(words[by], {
        moment: formatMoment(language, since),
        note: note === undefined ? "" : fill(words.note, { note }),
      })}
    </p>
  );
}

/** For whoever has no consultation yet: what comes first, and what then. */
function First({ children }: { children: ComponentChildren }) {
  const words = useReader().text.organiser.home;
  return (
    <section class="empty" aria-labelledby="first">
      <h2 id="first">{words.emptyTitle}</h2>
      <ol>
        {words.first.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {children}
      <p class="hint">{words.empty}</p>
    </section>
  );
}
