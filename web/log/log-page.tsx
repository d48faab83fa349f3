import type { Draft } from "../../domain/draft/draft.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { may } from "../../domain/organiser/role.ts";
import type { LogEntry } from "../../domain/organiser/log.ts";
import { fill, formatMoment, formatNumber } from "../text.ts";
import { useReader } from "../language/reader.ts";
import { whoIn } from "../organiser/who.ts";
import { logValueInWords } from "./log-words.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";

interface Props extends SectionProps {
  /** Newest first. */
  entries: readonly LogEntry[];
  /** How many there are in all. */
  total: number;
  /** The number at which the chain breaks first; `undefined` when it is whole. */
  brokenAt: number | undefined;
  draft: Draft;
}

/** What organisers did at a consultation, newest first, and whether the record is whole. */
export function LogPage(props: Props) {
  const { language, text, assets, consultation, role, entries, total, brokenAt, draft } = props;
  const words = text.organiser.log;
  const [newest] = entries;
  const count = (value: number) => formatNumber(language, value);
  return (
    <SectionPage
      {...props}
      page={ORGANISE.log}
      heading={words.title}
      moreStyle={assets.resultsStyle}
    >
      <p class="lead">{words.intro}</p>
      {brokenAt === undefined ? (
        <p class="notice">{fill(words.whole, { count: count(total) })}</p>
      ) : (
        <p class="notice notice-warning">{fill(words.broken, { number: count(brokenAt) })}</p>
      )}
      {newest === undefined ? null : (
        <>
          <dl class="fingerprints">
            <dt>{words.head}</dt>
            <dd>
              <code>{newest.hash}</code>
            </dd>
          </dl>
          <p class="hint">{words.headHint}</p>
        </>
      )}
      {may(role, ORGANISE.logFile.access) ? (
        <p>
          <a
            href={organisePath(ORGANISE.logFile, { id: consultation.id, lang: language })}
            download
          >
            {words.download}
          </a>
        </p>
      ) : null}
      {total > entries.length ? (
        <p>{fill(words.newest, { count: count(entries.length) })}</p>
      ) : null}
      {total === 0 ? <p>{words.empty}</p> : null}
      <ol class="plain-list">
        {entries.map((entry) => (
          <Entry key={entry.number} entry={entry} draft={draft} timeZone={consultation.timeZone} />
        ))}
      </ol>
    </SectionPage>
  );
}

/** Acts of addressees, whose names may be written like those of programs. */
const BY_ADDRESSEES = ["desk-opened", "desk-response-recorded", "desk-response-corrected"];

function Entry({ entry, draft, timeZone }: { entry: LogEntry; draft: Draft; timeZone: string }) {
  const reader = { ...useReader(), draft, timeZone };
  const { language, text } = reader;
  const words = text.organiser.log;
  const { number, at, who, action, before, after } = entry;
  const actions: Record<string, string> = words.actions;
  return (
    <li class="entry">
      <p>
        <strong>
          {Object.hasOwn(actions, action)
            ? actions[action]
            : fill(words.unknownAction, { code: action })}
        </strong>
      </p>
      <p class="hint">
        {formatNumber(language, number)} ·{" "}
        <time dateTime={at}>{formatMoment(language, at, timeZone)}</time> ·{" "}
        {BY_ADDRESSEES.includes(action) ? who : whoIn(text, who)}
      </p>
      <dl class="facts">
        {before === null ? null : (
          <div>
            <dt>{words.before}</dt>
            <dd>{logValueInWords(reader, before)}</dd>
          </div>
        )}
        {after === null ? null : (
          <div>
            <dt>{words.after}</dt>
            <dd>{logValueInWords(reader, after)}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
