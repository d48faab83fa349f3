import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { Need } from "../../domain/needs.ts";
import type { Catalogue } from "../language/catalogue.ts";
import { useReader } from "../language/reader.ts";
import { Wording } from "../language/said.tsx";
import { fill, formatMoment, formatNumber, plural } from "../text.ts";
import { noticeWords } from "./notice-words.ts";
import type { FrontConsultation } from "./front-view.ts";

interface Props {
  consultations: readonly FrontConsultation[];
}

/** What asks for attention today, of all consultations: each a way to where it is done. */
export function Needs({ consultations }: Props) {
  const { language, text } = useReader();
  const words = text.organiser.home;
  const asking = consultations
    .filter(({ needs }) => needs.length > 0)
    .toSorted((one, other) => Number(isUrgent(other)) - Number(isUrgent(one)));
  return (
    <section aria-labelledby="today">
      <h2 id="today">{words.today}</h2>
      {asking.length === 0 ? <p>{words.nothing}</p> : null}
      {asking.map((of) => (
        <div key={of.id} class={isUrgent(of) ? "need urgent" : "need"}>
          <h3 class="hint" id={`for-${of.id}`}>
            <Wording of={of.title} /> <code>{of.id}</code>
          </h3>
          <ul class="plain-list">
            {of.needs.map((need, index) => (
              <li key={need.need}>
                {/* Two drafts may lack as much: the name of the link says of which it is. */}
                <a
                  id={`need-${index}-${of.id}`}
                  aria-labelledby={`need-${index}-${of.id} for-${of.id}`}
                  href={organisePath(placeOf(need), { id: of.id, lang: language })}
                >
                  {wordsOf(need, of, { language, text })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** What keeps results from people, or has gone wrong. */
const URGENT: readonly Need["need"][] = ["stopped", "behind", "export-failed"];
const isUrgent = ({ needs }: FrontConsultation): boolean =>
  needs.some(({ need }) => URGENT.includes(need));

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
    case "reports-filling":
    case "noticed-reports":
      return ORGANISE.reports;
    case "noticed-wrong-invitations":
      return ORGANISE.invitations;
    case "noticed-remarks":
      return ORGANISE.moderation;
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
      const { act, name, at } = proposals.find((one) => one.act === need.act)!;
      const moment = formatMoment(language, at, timeZone);
      return fill(text.exports.proposal.made[act], { name, moment });
    }
    case "faults":
    case "untranslated":
    case "stale":
      return plural(language, needs[need.need], need.count);
    case "reports-filling":
      return fill(needs[need.need], { count: formatNumber(language, need.count) });
    case "noticed-reports":
    case "noticed-wrong-invitations":
    case "noticed-remarks":
      return noticeWords({ language, text }, need.need, need);
    default: {
      const moment = "at" in need ? formatMoment(language, need.at, timeZone) : "";
      return fill(needs[need.need], { moment });
    }
  }
}
