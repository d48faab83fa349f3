import type { ComponentChildren } from "preact";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Stage } from "../../domain/consultation/life.ts";
import type { Need } from "../../domain/organiser/needs.ts";
import type { Proposal } from "../../domain/organiser/proposal.ts";
import type { Role } from "../../domain/organiser/role.ts";
import { useReader } from "../language/reader.ts";
import type { Said } from "../language/said.tsx";
import { BinnedDrafts } from "./binned-drafts.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "./console-page.tsx";
import { Needs } from "./needs-list.tsx";
import { OwnConsultation } from "./own-consultation.tsx";

/** A consultation as the front page of the console shows it. */
export interface FrontConsultation {
  id: string;
  title: Said;
  timeZone: string;
  role: Role;
  stage: Stage;
  opensAt: string | undefined;
  closesAt: string | undefined;
  /** Whether anything has been published, and the last of it. */
  hasResults: boolean;
  final: boolean;
  /** What was proposed there and waits for a second person. */
  proposals: readonly Proposal[];
  /** What it asks of the organiser today. */
  needs: readonly Need[];
}

/** A draft that was deleted and can be restored. */
export interface BinnedConsultation {
  id: string;
  title: Said;
  /** Until when. */
  until: string;
}

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  consultations: readonly FrontConsultation[];
  binned: readonly BinnedConsultation[];
}

/** The front page of the console: what asks for attention today, then every consultation with its next step. */
export function ConsoleHomePage(props: Props) {
  const { language, text, assets, signedIn, consultations, binned } = props;
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
      {consultations.length === 0 ? (
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
