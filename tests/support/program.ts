import { ORGANISING } from "../../domain/contract/organising.ts";
import { refusalsOf } from "../../domain/contract/refusals.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { KeyWanted } from "../../domain/program/key.ts";
import { makeKey } from "../../functions/organiser/program-keys.ts";
import type { App } from "../../functions/http/environment.ts";
import type { Services } from "../../functions/services.ts";
import { getOrganiser } from "../../functions/store/organisers.ts";

/** Makes a key as its maker's form does. */
export async function keyOf(
  services: Services,
  consultation: string,
  by: { id: string },
  wanted: Partial<KeyWanted> = {},
): Promise<string> {
  const organiser = (await getOrganiser(services.db, by.id))!;
  const expires = new Date(services.now().getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const made = await makeKey(
    services,
    { organiser, consultation },
    {
      name: "Website",
      role: "editor",
      ...(wanted.role === "translator" && { languages: ["kk"] }),
      steps: false,
      expires,
      ...wanted,
    },
    "Asia/Almaty",
  );
  if ("problem" in made) throw new Error(made.problem);
  return made.key;
}

export interface Call {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A program that speaks to the app with a key, if it has one, and is refused with nothing that it was not told of. */
export const programOf =
  (app: App, key?: string) =>
  async (path: string, { method = "GET", body, headers = {} }: Call = {}): Promise<Response> => {
    const answer = await app.request(path, {
      method,
      headers: {
        ...(key !== undefined && { Authorization: `Bearer ${key}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (answer.headers.get("Content-Type") === "application/problem+json") {
      const { title } = (await answer.clone().json()) as { title: ProblemCode };
      if (!promisedAt(method, path).includes(title)) {
        throw new Error(
          `${method} ${path} refuses with ${title}, which the API's document does not say`,
        );
      }
    }
    return answer;
  };

/** What the document says that an address may refuse with. */
function promisedAt(method: string, path: string): ProblemCode[] {
  const parts = path.split("?")[0]!.split("/");
  const isAt = (one: string) =>
    one.split("/").every((part, place) => part === parts[place] || part.startsWith(":"));
  const found = Object.values(ORGANISING).filter(
    (one) => one.method === method && one.path.split("/").length === parts.length && isAt(one.path),
  );
  return found.flatMap((one) => refusalsOf(one));
}
