import { groupings } from "../../domain/consultation/groupings.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may } from "../../domain/organiser/role.ts";
import { RESULTS, pathOf } from "../../domain/paths.ts";
import type { Problem } from "../../domain/problem.ts";
import { Refusal } from "../form/refusal.tsx";
import { countWords } from "../invitation/view.ts";
import { formatMoment } from "../text.ts";
import { noticeWords } from "../organiser/notice-words.ts";
import { ProposalLink } from "../organiser/proposal-link.tsx";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";
import { PanelCounts } from "../results/facts/panel-counts.tsx";
import { modeAfter } from "../../domain/work/mode.ts";
import { WorkFacts, type WorkView } from "../work/work-facts.tsx";
import { WorkForm } from "./work-form.tsx";
import { Days } from "./days.tsx";
import { Doors } from "./doors.tsx";
import { FlagShares } from "./flag-shares.tsx";
import { Groups } from "./groups.tsx";
import { healthWords } from "./health-words.ts";
import { nextWords } from "./next-words.ts";
import { shownOr } from "./shown-or.ts";
import type { WatchView } from "./view.ts";

interface Props extends SectionProps {
  view: WatchView;
  work: WorkView;
  refused?: Problem | undefined;
}

/** How a consultation goes: nothing here is newer or finer than what the public may read. */
export function WatchPage(props: Props) {
  const { language, text, assets, consultation, role, view, work, refused } = props;
  const { participation, invitation } = text;
  const { newest, days, invitations } = view;
  const { id } = consultation;
  return (
    <SectionPage
      {...props}
      page={ORGANISE.watch}
      heading={participation.title}
      moreStyle={[assets.resultsStyle, assets.invitingStyle]}
      wide
    >
      <Refusal why={refused && text.problems[refused.problem]} />
      <p class="notice">{participation.intro}</p>
      <h2>{participation.nextHeading}</h2>
      <ul>
        {nextWords(language, text, view).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {view.proposals.map(({ act }) => (
        <ProposalLink key={act} {...{ id, role, act }} />
      ))}
      {view.notices.length === 0 ? null : (
        <>
          <h2>{participation.tooMuch}</h2>
          <ul>
            {view.notices.map(({ kind, day, band }) => (
              <li key={`${kind} ${day}`}>
                {noticeWords({ language, text }, `noticed-${kind}`, { day, count: band })}
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{participation.usedHeading}</h2>
      <p>
        {invitations.made === 0 ? invitation.none : countWords({ language, text }, invitations)}
      </p>
      {may(role, "invite") ? (
        <p>
          <a href={organisePath(ORGANISE.invitations, { id, lang: language })}>
            {invitation.section}
          </a>
        </p>
      ) : null}
      {newest === undefined ? null : (
        <>
          <h2>{participation.partHeading}</h2>
          <PanelCounts count={(panel) => <b>{shownOr(language, text, newest.ballots[panel])}</b>} />
          <p class="hint">{formatMoment(language, newest.releasedAt, view.definition.timeZone)}</p>
          <Days days={days} />
          <Doors view={view} />
          {groupings(view.definition).length === 0 ? null : (
            <>
              <h3>{participation.byGroup}</h3>
              <p class="hint">{participation.byGroupNote}</p>
            </>
          )}
          <Groups view={view} />
          <FlagShares view={view} />
          {view.definition.countLanguages === true ? null : (
            <p class="hint">{participation.languages}</p>
          )}
        </>
      )}
      <h2>{text.about.work.title}</h2>
      <WorkFacts {...work} />
      {may(role, ORGANISE.switchWork.access) ? (
        <WorkForm
          signedIn={props.signedIn}
          action={organisePath(ORGANISE.switchWork, { id, lang: language })}
          mode={modeAfter(work.switches)}
        />
      ) : null}
      <h2>{participation.healthHeading}</h2>
      <ul>
        {healthWords(language, text, view.health, view.definition.timeZone).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {may(role, ORGANISE.recountPage.access) ? (
        <p>
          <a href={organisePath(ORGANISE.recountPage, { id, lang: language })}>
            {participation.recount.link}
          </a>
        </p>
      ) : null}
      <p>
        <a href={pathOf(RESULTS, { id, lang: language })}>{participation.toResults}</a>
      </p>
    </SectionPage>
  );
}
