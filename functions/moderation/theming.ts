/** Themes, and which reasons belong to them: decided on what is stored at that moment, and recorded with it. */
import type { Consultation } from "../../domain/consultation/definition.ts";
import type { Problem } from "../../domain/problem.ts";
import { readTextName } from "../../domain/remark/same-text.ts";
import { themesAs, type WantedTheme } from "../../domain/remark/theme.ts";
import type { TeamActor } from "../organiser/guard.tsx";
import { record } from "../organiser/log.ts";
import type { Services } from "../services.ts";
import { findText, type TextChange, textWrites } from "../store/texts.ts";
import { getThemes, themesWrite } from "../store/themes.ts";
import { MOST_AT_ONCE, TRIES } from "./judge.ts";

/** The themes that a form wants: `name.<code>.<language>`, and `new.<language>`; those with `remove` are gone. */
function readWantedThemes(
  fields: URLSearchParams,
  { languages }: Pick<Consultation, "languages">,
): WantedTheme[] {
  const removed = new Set(fields.getAll("remove"));
  const name = (prefix: string) =>
    Object.fromEntries(
      languages.map((one) => [one, (fields.get(`${prefix}.${one}`) ?? "").replace(/\s+/gu, " ")]),
    );
  const kept = fields.getAll("theme").filter((code) => !removed.has(code));
  return [
    ...kept.map((code) => ({ code, name: name(`name.${code}`) })),
    { code: undefined, name: name("new") },
  ];
}

/** Changes the themes of a consultation, over the version that was shown. */
export async function changeThemes(
  services: Services,
  actor: TeamActor,
  definition: Consultation,
  fields: URLSearchParams,
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  const before = await getThemes(db, id);
  if (fields.get("revision") !== String(before.revision)) return { problem: "themes-changed" };
  const after = themesAs(before, readWantedThemes(fields, definition), definition.languages);
  if (after === "themes-invalid") return { problem: after };
  const act = {
    action: "themes-changed" as const,
    before: { themes: before.themes.length },
    after: { themes: after.themes.length },
  };
  const done = await record(services, id, actor, act, [themesWrite(db, id, before, after)]);
  return done === undefined ? { problem: "themes-changed" } : undefined;
}

/** What a form wants of a reason: themes that it is put into, and out of. */
interface Wish {
  name: string;
  into: readonly string[];
  outOf: readonly string[];
}

/**
 * Reads what a form wants of each reason in it: by what was ticked when it was shown and what is now, so that
 * two who code the same reason both get what they did. With `bulk`, of those that were chosen.
 */
export function readWishes(fields: URLSearchParams): Wish[] {
  const bulk = fields.get("bulk") ?? "";
  const way = fields.get("do");
  return fields
    .getAll("text")
    .slice(0, MOST_AT_ONCE)
    .flatMap((name, place): Wish[] => {
      if (readTextName(name) === undefined) return [];
      if (way === "add" || way === "take") {
        if (bulk === "" || !fields.getAll("chosen").includes(String(place))) return [];
        return [
          way === "add" ? { name, into: [bulk], outOf: [] } : { name, into: [], outOf: [bulk] },
        ];
      }
      const seen = (fields.get(`seen.${place}`) ?? "").split(" ").filter(Boolean);
      const now = fields.getAll(`themes.${place}`);
      const into = now.filter((code) => !seen.includes(code));
      const outOf = seen.filter((code) => !now.includes(code));
      return into.length + outOf.length === 0 ? [] : [{ name, into, outOf }];
    });
}

/** Puts accepted reasons into themes and out of them: all at once, with one entry in the log. */
export async function codeReasons(
  services: Services,
  actor: TeamActor,
  wishes: readonly Wish[],
): Promise<Problem | undefined> {
  const { db } = services;
  const id = actor.consultation;
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const { themes } = await getThemes(db, id);
    const codes = themes.map(({ code }) => code);
    const found = await Promise.all(
      wishes.map(async (wish) => ({ wish, text: await findText(db, id, wish.name, ["accepted"]) })),
    );
    if (found.some(({ text }) => text === undefined)) return { problem: "text-gone" };
    const changes = found.flatMap(({ wish, text }): TextChange[] => {
      const before = text!;
      const after = codes.filter(
        (code) =>
          wish.into.includes(code) || (before.themes.includes(code) && !wish.outOf.includes(code)),
      );
      return after.join() === before.themes.join()
        ? []
        : [{ before, after: { ...before, themes: after } }];
    });
    if (changes.length === 0) return undefined;
    const act = {
      action: "reasons-coded" as const,
      before: null,
      after: { texts: changes.length },
    };
    if (await record(services, id, actor, act, textWrites(db, id, changes))) return undefined;
  }
  return { problem: "busy" };
}
