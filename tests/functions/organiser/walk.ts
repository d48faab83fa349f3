import { beforeAll } from "vitest";
import type { OrganiserEndpoint } from "../../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { type Role, ROLES } from "../../../domain/organiser/role.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { getTeam, teamWrite } from "../../../functions/store/teams.ts";
import { writeAll } from "../../../functions/store/write-all.ts";
import {
  type OrganiserAtWork,
  organisersOf,
  problemIn,
  type Sending,
} from "../../support/organiser.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import type { Row } from "./row.ts";
import { ROWS } from "./rows.ts";

export const HERE = KAZAKHSTAN.id;
/** A consultation in which none of them has a role. */
export const ELSEWHERE = "elsewhere";

export interface Stop {
  name: keyof typeof ORGANISE;
  endpoint: OrganiserEndpoint;
  row: Row;
}

/** Every endpoint with what is expected of it. */
export const STOPS: readonly Stop[] = Object.entries(ORGANISE).map(([name, endpoint]) => ({
  name: name as keyof typeof ORGANISE,
  endpoint,
  row: ROWS[name as keyof typeof ORGANISE],
}));

export const HOME = STOPS.find(({ name }) => name === "home")!;
export const TEAM = STOPS.find(({ name }) => name === "team")!;

/** A world with one organiser of each role, who can be sent around it, and a clock to move. */
export function useWalkers() {
  const walkers = {
    services: {} as Services,
    app: {} as App,
    organisers: {} as ReturnType<typeof organisersOf>,
    people: {} as Record<Role, OrganiserAtWork>,
    /** Whom the others' forms are about. */
    spare: {} as OrganiserAtWork,
    // Never in the past: the table forgets what has expired by its own clock.
    at: Date.now(),

    /** Sends what the row says; the status with the refusal, or with the place it leads to. */
    async ask({ endpoint, row }: Stop, sending: Sending = {}): Promise<(string | number)[]> {
      // So that nobody is refused for too many attempts.
      walkers.at += 5_000;
      const about = row.aboutSpare && { organiser: walkers.spare.id };
      const answer = await walkers.organisers.send(endpoint, {
        ...(endpoint.path.includes(":id") && { id: HERE }),
        ...sending,
        fields: { ...row.fields, ...about, ...sending.fields },
        headers: { Accept: "application/problem+json", ...sending.headers },
      });
      const text = await answer.text();
      const isProblem = answer.headers.get("Content-Type") === "application/problem+json";
      const problem = isProblem ? (JSON.parse(text) as { title: string }).title : problemIn(text);
      // What was done stands in the address too, with its time.
      const place = answer.headers.get("Location")?.replace(/&done=[^&#]*/, "") ?? null;
      return [answer.status, ...(place === null ? [] : [place]), ...(problem ? [problem] : [])];
    },

    /** Puts the one whom the forms are about back into the team. */
    async restoreSpare(): Promise<void> {
      const { db } = walkers.services;
      const team = await getTeam(db, HERE);
      const members = { ...team.members, [walkers.spare.id]: "viewer" } as const;
      await writeAll(db, [teamWrite(db, team, members)]);
    },
  };

  beforeAll(async () => {
    walkers.services = { ...(await freshWorld()), now: () => new Date(walkers.at) };
    walkers.app = createApp(walkers.services);
    walkers.organisers = organisersOf(walkers.app, walkers.services);
    const { organisers, people } = walkers;
    const { db } = walkers.services;
    people.owner = await organisers.setUp("owner");
    for (const role of ROLES.slice(1)) {
      people[role] = await organisers.join(people.owner, HERE, role, role);
    }
    walkers.spare = await organisers.join(people.owner, HERE, "viewer", "spare");
    await addConsultation(db, { ...KAZAKHSTAN, id: ELSEWHERE });
    const team = await getTeam(db, ELSEWHERE);
    await writeAll(db, [teamWrite(db, team, { [walkers.spare.id]: "owner" })]);
  });
  return walkers;
}

/** What the row expects of whoever gets through, as `ask` tells it. */
export const through = ({ row: { through, to } }: Stop): (string | number)[] =>
  [through[0], to, through[1]].filter((one) => one !== undefined);
