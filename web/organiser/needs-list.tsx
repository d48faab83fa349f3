import {
  ORGANISE,
  type OrganiserEndpoint,
  organisePath,
} from "../../domain/organiser/endpoints.ts";
import type { Need } from "../../domain/needs.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import { fill, formatMoment, plural } from "../text.ts";
import type { FrontConsultation } from "./front-view.ts";
import { proposalWords } from "./proposal-words.ts";

interface Props {
  consultations: readonly FrontConsultation[];
}

/** What asks for attention today, of all consultations: each a way to where it is done. */
export function Needs({ consultations }: Props) {
  const { language, text } = useReader();
  const words = text.organiser.home;
  const all = consultations.flatMap((of) => of.needs.map((need) => ({ of, need })));
  return (
    <section aria-labelledby="today">
      <h2 id="today">{words.today}</h2>
      {all.length === 0 ? <p>{words.nothing}</p> : null}
      <ul class="needs">
        {all.map(({ of, need }, index) => (
          <li key={index} class={URGENT.includes(need.need) ? "urgent" : undefined}>
            {/* Two drafts may lack as much: the name of the link says of which it is. */}
            <a
              id={`need-${index}`}
              aria-labelledby={`need-${index} of-${index}`}
              href={organisePath(placeOf(need), { id: of.id, lang: language })}
            >
              {wordsOf(need, of, { language, text })}
            </a>
            <span class="hint" id={`of-${index}`}>
              <Wording of={of.title} /> <code>{of.id}</code>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What keeps results from people, or has gone wrong. */
const URGENT: readonly Need["need"][] = ["stopped", "behind", "export-failed"];

/** Where something is done about it. */
function placeOf(need: Need): OrganiserEndpoint {
  switch (need.need) {
    case "stopped":
    case "behind":
    case "closes":
      return ORGANISE.watch;
    case "export-failed":
    case "export-ready":
      return ORGANISE.exportPage;
    case "proposal":
      return need.act === "close" ? ORGANISE.lifePage : ORGANISE.exportPage;
    case "experts-waiting":
      return ORGANISE.invitations;
    case "faults":
      return ORGANISE.editPage;
    case "untranslated":
    case "stale":
      return ORGANISE.translations;
    case "paused":
    case "opens":
    case "purge":
    case "complete":
      return ORGANISE.lifePage;
  }
}

function wordsOf(
  need: Need,
  { proposals, timeZone }: FrontConsultation,
  { language, text }: { language: string; text: Catalogue },
): string {
  const { needs } = text.organiser.home;
  switch (need.need) {
    case "proposal": {
      const proposal = proposals.find(({ act }) => act === need.act)!;
      return proposalWords(language, text, proposal, timeZone);
    }
    case "faults":
    case "untranslated":
    case "stale":
      return plural(language, needs[need.need], need.count);
    default: {
      const moment = "at" in need ? formatMoment(language, need.at, timeZone) : "";
      return fill(needs[need.need], { moment });
    }
  }
}
