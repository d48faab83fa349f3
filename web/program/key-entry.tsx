import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { KeyWanted } from "../../domain/program/key.ts";
import { useReader } from "../language/reader.ts";
import { roleName } from "../organiser/role-choice.tsx";
import type { SectionProps } from "../organiser/section-page.tsx";
import { fill, formatDay, formatMoment } from "../text.ts";

/** A key as owners see it: everything but the key. */
export interface KeyView extends KeyWanted {
  hash: string;
  /** Who made it, by name, and when, ISO 8601. */
  by: string;
  madeAt: string;
  /** The day on which it was used last. */
  usedOn: string | undefined;
  /** Whoever made it is no owner any more. */
  weaker: boolean;
}

interface Props extends Pick<SectionProps, "consultation"> {
  shown: KeyView;
}

/** One key: for whom, what it may, until when, whether it is used, and the way to revoke it. */
export function KeyEntry({ shown, consultation }: Props) {
  const { language, text } = useReader();
  const words = text.programs;
  const { name, steps, by, madeAt, expires, usedOn, weaker, hash } = shown;
  const to = { id: consultation.id, lang: language };
  const made = formatMoment(language, madeAt, consultation.timeZone);
  const role = roleName(text, shown);
  const facts = [
    [words.role, steps ? `${role}; ${words.mayStep}` : role],
    [words.by, fill(words.madeBy, { moment: made, name: by })],
    [words.until, formatDay(language, expires)],
    [words.used, usedOn === undefined ? words.unused : formatDay(language, usedOn)],
  ];
  return (
    <li class="entry">
      <h2>{name}</h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {weaker ? <p class="notice notice-warning">{words.weaker}</p> : null}
      <p class="buttons">
        <a class="button danger" href={`${organisePath(ORGANISE.revokeKeyPage, to)}&which=${hash}`}>
          {words.revoke}
          <span class="visually-hidden"> {name}</span>
        </a>
      </p>
    </li>
  );
}
