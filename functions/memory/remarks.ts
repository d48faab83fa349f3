import type { Consultation } from "../../domain/consultation/definition.ts";
import { everybody, isExperts } from "../../domain/remark/moderated.ts";
import { type ThemeShown, themesShown } from "../../domain/remark/theme.ts";
import type { Language } from "../../domain/language.ts";
import { sha256 } from "../secrets.ts";
import type { Services } from "../services.ts";
import { listAccepted } from "../store/texts.ts";
import { getThemes } from "../store/themes.ts";
import { cachedFor } from "./cached.ts";

/** How long they are served from memory before they are read again, in ms: what is withdrawn is soon gone. */
const KEEP_FOR = 5_000;

/** A text of a respondent's as it is published. */
interface RemarkShown {
  /** Of the text alone; in its order, which tells nothing, texts are shown. */
  hash: string;
  text: string;
  language: Language;
  /** Everybody who wrote it answered as an expert. Told only where the experts are (`expertsAreTold`). */
  expert: boolean;
}

/** What people wrote about a recommendation, as it may be shown. */
interface Heard {
  /** Another one as soon as anything of it is another. */
  stamp: string;
  remarks: readonly RemarkShown[];
  themes: readonly ThemeShown[];
}

/** What people wrote about a recommendation; with an empty code, what they missed in the list. */
export type HeardRemarks = (
  consultation: Pick<Consultation, "id" | "disclosure">,
  code: string,
) => Promise<Heard>;

/**
 * What was accepted and may be published, kept in memory. Among people at risk nothing is shown in its own
 * words. What has been read stays served while the store is out of reach.
 */
export function remarksOf({ db, ...time }: Pick<Services, "db" | "now" | "newsBy">): HeardRemarks {
  const accepted = cachedFor(
    (name) => {
      const [consultation = "", code = ""] = name.split("#");
      return listAccepted(db, consultation, code);
    },
    KEEP_FOR,
    time,
  );
  const themes = cachedFor((consultation) => getThemes(db, consultation), KEEP_FOR, time);
  // Made once of what was read, and not for everybody who asks.
  const made = new Map<string, { of: readonly [Texts, Themes]; heard: Heard }>();
  return async ({ id, disclosure }, code) => {
    const name = `${id}#${code}`;
    const [texts, named] = await Promise.all([accepted(name), themes(id)]);
    const held = made.get(name);
    if (held?.of[0] === texts && held.of[1] === named) return held.heard;
    const heard = heardIn(texts, named, disclosure);
    made.set(name, { of: [texts, named], heard });
    return heard;
  };
}

type Texts = Awaited<ReturnType<typeof listAccepted>>;
type Themes = Awaited<ReturnType<typeof getThemes>>;

function heardIn(texts: Texts, named: Themes, disclosure: Consultation["disclosure"]): Heard {
  const published = texts.filter(
    ({ text, consenting }) => text !== "" && everybody(consenting) > 0,
  );
  const shown = {
    remarks:
      disclosure === "at-risk"
        ? []
        : published
            .map((one) => ({
              hash: one.hash,
              text: one.text,
              language: one.language,
              expert: isExperts(one),
            }))
            .toSorted((a, b) => (a.hash < b.hash ? -1 : 1)),
    themes: themesShown(named.themes, texts),
  };
  return { ...shown, stamp: sha256(JSON.stringify(shown)) };
}
