import { beforeAll } from "vitest";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import { problemIn } from "../../support/organiser.ts";
import type { SignedInOrganiser } from "../../support/signed-in.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { freshConsole } from "./console.ts";

/** A world with Anna, who owns drafts, and Timur, who translates them. */
export function useTranslator() {
  const all = {
    world: {} as Awaited<ReturnType<typeof freshConsole>>,
    anna: {} as SignedInOrganiser,
    timur: {} as SignedInOrganiser,

    /** A draft that Anna owns and Timur translates, into Kazakh unless said otherwise. */
    async copy(languages: readonly string[] = ["kk"]): Promise<string> {
      const id = `translated-${++number}`;
      await all.world.create(all.anna, { id, way: "duplicate", from: KAZAKHSTAN.id });
      const { db } = all.world.services;
      const team = await getTeam(db, id);
      const members = { ...team.members, [all.timur.id]: "translator" } as const;
      await writeAll(db, [teamWrite(db, team, members, {}, { [all.timur.id]: languages })]);
      return id;
    },
    text: async (id: string, name: string) => (await all.world.draft(id)).fields[name],
  };
  let number = 0;
  beforeAll(async () => {
    all.world = await freshConsole();
    all.anna = await all.world.organiser("Anna", { [KAZAKHSTAN.id]: "viewer" });
    all.timur = await all.world.organiser("Timur");
  });
  return all;
}

/** The status of an answer, and the refusal that its page states. */
export async function outcome(answer: Response | Promise<Response>) {
  const { status } = await answer;
  return [status, problemIn(await (await answer).text())];
}

/** A text of another language, or something that is no text at all. */
export const NOT_THEIRS = [403, "text-not-yours"];
