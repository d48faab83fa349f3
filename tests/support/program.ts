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

/** A program that speaks to the app with a key, if it has one. */
export const programOf =
  (app: App, key?: string) =>
  async (path: string, { method = "GET", body, headers = {} }: Call = {}): Promise<Response> =>
    app.request(path, {
      method,
      headers: {
        ...(key !== undefined && { Authorization: `Bearer ${key}` }),
        ...(body !== undefined && { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
