/** Texts that come back from a translator: what they would change is shown, and then done as it was shown. */
import {
  decideTexts,
  type Decided,
  type Incoming,
  type TextFault,
} from "../../../domain/draft/translating/decide.ts";
import { isOwnField } from "../../../domain/draft/editable.ts";
import { markOf } from "../../../domain/draft/mark.ts";
import { languagesOf } from "../../../domain/draft/draft.ts";
import type { Language } from "../../../domain/language.ts";
import * as z from "zod/mini";
import type { Problem } from "../../../domain/problem.ts";
import type { TeamActor } from "../../organiser/guard.tsx";
import type { Services } from "../../services.ts";
import { saveChange, type Workpiece } from "../drafting.ts";
import { type FileFault, readTexts } from "./file.ts";

/** What a file would change, with what has to come back for it to be done. */
export interface Shown extends Decided {
  /** The texts that change something, for the form that does it. */
  texts: Incoming[];
  /** The mark of what was shown. */
  mark: string;
}

/** Why a file is not taken in. */
export interface NotTaken {
  fault?: FileFault;
  faults?: TextFault[];
}

/** The language that a form names, where it is a translation and the actor's to change. */
export function languageToChange(
  { draft }: Workpiece,
  { languages }: Pick<TeamActor, "languages">,
  named: string | null,
): Language | undefined {
  const [, ...others] = languagesOf(draft);
  return others.find((one) => one === named && isOwnField(`title.${one}`, languages));
}

/** What a file would change in the texts of a language. */
export function showFile(
  { draft }: Workpiece,
  language: Language,
  file: Uint8Array,
): Shown | NotTaken {
  const read = readTexts(draft, language, file);
  return "fault" in read ? read : showTexts({ draft }, language, read.texts);
}

/** What texts would change in a language. */
export function showTexts(
  { draft }: Pick<Workpiece, "draft">,
  language: Language,
  texts: readonly Incoming[],
): Shown | NotTaken {
  const decided = decideTexts(draft, language, texts);
  if ("faults" in decided) return decided;
  const changed = new Set(decided.edits.map(({ name }) => name));
  const kept = texts.filter(({ place }) => changed.has(`${place}.${language}`));
  return { ...decided, texts: kept, mark: markOf(JSON.stringify(decided.edits)) };
}

const sent = z.array(
  z.object({
    at: z.int(),
    place: z.string(),
    original: z.string(),
    text: z.string(),
    review: z.boolean(),
  }),
);

/** The texts that a page has sent back; `undefined` for whatever no page of ours sends. */
export function readSent(json: string | null): Incoming[] | undefined {
  try {
    return sent.parse(JSON.parse(json ?? ""));
  } catch {
    return undefined;
  }
}

/**
 * Does what was shown, in one change, or nothing: where it would be something else by now, that is what is
 * to be shown again.
 */
export async function takeTexts(
  services: Services,
  actor: TeamActor,
  work: Workpiece,
  language: Language,
  texts: readonly Incoming[],
  mark: string | null,
): Promise<"taken" | "changed" | Problem> {
  const shown = showTexts(work, language, texts);
  if (!("edits" in shown) || shown.mark !== mark) return "changed";
  const saved = await saveChange(services, actor, { kind: "translate", edits: shown.edits });
  if ("problem" in saved) return saved;
  return saved.conflicts.length > 0 ? "changed" : "taken";
}
