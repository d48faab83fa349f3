import { beforeAll, beforeEach, expect } from "vitest";
import { ORGANISING, organisingName } from "../../../domain/contract/organising.ts";
import { refusalsOf } from "../../../domain/contract/refusals.ts";
import type { ProblemCode } from "../../../domain/problem.ts";
import type { ProgramEndpoint } from "../../../domain/program/endpoint.ts";
import { PROGRAM_API } from "../../../domain/program/endpoints.ts";
import { createApp } from "../../../functions/app.ts";
import type { App } from "../../../functions/http/environment.ts";
import type { Services } from "../../../functions/services.ts";
import { addConsultation } from "../../../functions/store/consultations.ts";
import { keyOf } from "../../support/program.ts";
import { signedIn, type SignedInOrganiser } from "../../support/signed-in.ts";
import { freshWorld, KAZAKHSTAN } from "../../support/world.ts";
import { ROWS } from "./rows.ts";

export const HERE = KAZAKHSTAN.id;
/** Another consultation of the same owner. */
export const ELSEWHERE = "elsewhere";

type Name = keyof typeof PROGRAM_API;

/** Every endpoint by its name. */
export const ENDPOINTS = Object.entries(PROGRAM_API).map(
  ([name, endpoint]) => [name as Name, endpoint as ProgramEndpoint] as const,
);

/** What a program sends along with its key. */
export const by = (key: string) => ({ Authorization: `Bearer ${key}` });

/** What the row expects of whoever gets through. */
export const through = (name: Name) => [...ROWS[name].through];

export interface Asking {
  headers?: Record<string, string>;
  query?: string;
  id?: string;
  origin?: string;
}

/** An owner of two consultations with a key that counts, a clock to move, and a way to ask at every endpoint. */
export function useGate() {
  const gate = {
    services: {} as Services,
    app: {} as App,
    owner: {} as SignedInOrganiser,
    good: "",
    at: Date.now(),

    /** Sends what the row says; the status with the refusal. Both are as the list, and the document, have it. */
    async ask(name: Name, asking: Asking = {}): Promise<(string | number)[]> {
      gate.at += 3_000;
      const { headers = {}, query = "", id = HERE, origin = "http://localhost" } = asking;
      const { method, path } = PROGRAM_API[name];
      const { body } = ROWS[name];
      const parts: Record<string, string> = { id, hook: "none", part: "1", number: "1" };
      const filled = path.replaceAll(/:(\w+)/g, (_, part: string) => parts[part]!);
      const answer = await gate.app.request(`${origin}${filled}${query}`, {
        method,
        headers: { ...(body !== undefined && { "Content-Type": "application/json" }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      expect([...answer.headers.keys()].filter((one) => one.startsWith("access-control"))).toEqual(
        [],
      );
      expect(answer.headers.get("Set-Cookie")).toBeNull();
      const isProblem = answer.headers.get("Content-Type") === "application/problem+json";
      const text = await answer.text();
      const schema = (PROGRAM_API[name] as ProgramEndpoint).answers[answer.status as 200];
      if (schema !== undefined) {
        expect(schema.safeParse(JSON.parse(text))).toMatchObject({ success: true });
      }
      if (!isProblem) return [answer.status];
      const { title } = JSON.parse(text) as { title: ProblemCode };
      expect(refusalsOf(ORGANISING[organisingName(name)])).toContain(title);
      return [answer.status, title];
    },
  };

  beforeAll(async () => {
    gate.services = { ...(await freshWorld()), now: () => new Date(gate.at) };
    gate.app = createApp(gate.services);
    const { services } = gate;
    await addConsultation(services.db, { ...KAZAKHSTAN, id: ELSEWHERE });
    const roles = { [HERE]: "owner", [ELSEWHERE]: "owner" } as const;
    gate.owner = await signedIn(services, "Anna", roles);
    gate.good = await keyOf(services, HERE, gate.owner, { role: "editor", steps: true });
  });
  // Nobody is refused for too many attempts of others.
  beforeEach(() => {
    gate.at += 60_000;
  });
  return gate;
}
