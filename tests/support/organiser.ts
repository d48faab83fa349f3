import type { OrganiserEndpoint } from "../../domain/organiser/endpoint.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { Role } from "../../domain/organiser/role.ts";
import { makeSetupLink } from "../../functions/organiser/setup-link.ts";
import type { App } from "../../functions/http/environment.ts";
import type { Services } from "../../functions/services.ts";
import { CATALOGUES } from "./languages.ts";
import { Authenticator, type CreationOptions, type RequestOptions } from "./authenticator.ts";

export const ORIGIN = "http://localhost";

/** An organiser at a browser: a cookie, the token of its forms, and a device with a passkey. */
export interface OrganiserAtWork {
  id: string;
  name: string;
  cookie: string;
  token: string;
  device: Authenticator;
  codes: string[];
}

export interface Sending {
  id?: string;
  cookie?: string | undefined;
  token?: string | undefined;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

const BOUNDARY = "kenes-test-boundary";
type Fields = Record<string, string>;

/** What a POST carries, as a browser writes it. */
const BODIES = {
  json: { type: "application/json", text: (fields: Fields) => JSON.stringify(fields) },
  form: {
    type: "application/x-www-form-urlencoded",
    text: (fields: Fields) => new URLSearchParams(fields).toString(),
  },
  parts: {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    text: (fields: Fields) =>
      Object.entries(fields)
        .map(
          ([name, value]) =>
            `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        .join("") + `--${BOUNDARY}--\r\n`,
  },
};

/** Organisers who speak to the app directly, by request, as our own pages would. */
export function organisersOf(app: App, services: Services) {
  const organisers = organisersAt(app, ORIGIN);
  return {
    ...organisers,
    app,
    setUp: async (name: string): Promise<OrganiserAtWork> =>
      organisers.register("setup", (await makeSetupLink(services, ORIGIN)).split("#")[1]!, name),
  };
}

/** The same at any address, of whatever answers requests as the app does. */
export function organisersAt(site: Pick<App, "request">, origin: string) {
  const send = async (
    endpoint: OrganiserEndpoint,
    { id, cookie, token, fields = {}, headers = {} }: Sending = {},
  ): Promise<Response> => {
    const all = { ...(token !== undefined && { csrf: token }), ...fields };
    const body = BODIES[endpoint.body ?? "form"];
    return site.request(organisePath(endpoint, { ...(id !== undefined && { id }) }), {
      method: endpoint.method,
      headers: {
        ...(cookie !== undefined && { Cookie: cookie }),
        ...(endpoint.method === "POST" && {
          Origin: origin,
          "Content-Type": body.type,
        }),
        ...headers,
      },
      ...(endpoint.method === "POST" && {
        // A form always sends something: at least the field of the device's answer.
        body: body.text({ answer: "", ...all }),
      }),
    });
  };

  const register = async (by: "setup" | "join", code: string, name: string) => {
    const [options, action] =
      by === "setup"
        ? [ORGANISE.setupOptions, ORGANISE.setUp]
        : [ORGANISE.joinOptions, ORGANISE.join];
    const device = new Authenticator();
    const asked = await send(options, { fields: { code, name } });
    if (!asked.ok) {
      const problem = problemIn(await asked.text());
      throw new Error(`${options.path}: ${asked.status} ${String(problem)}`);
    }
    const answer = device.create((await asked.json()) as CreationOptions, origin);
    const done = await send(action, { fields: { code, name, answer } });
    const html = await done.text();
    if (!done.ok) throw new Error(`${action.path}: ${done.status} ${String(problemIn(html))}`);
    const codes = [...html.matchAll(/<code>([0-9A-Z-]{19})<\/code>/g)].map(([, one]) => one!);
    const id = device.userHandle;
    return { id, name, device, codes, cookie: cookieOf(done), token: tokenIn(html) };
  };

  /** Signs in anew with the passkey; the cookie and the token of the new session. */
  const signIn = async ({ device }: Pick<OrganiserAtWork, "device">) => {
    const options = (await (await send(ORGANISE.signInOptions)).json()) as RequestOptions;
    const answer = device.get(options, origin);
    const done = await send(ORGANISE.signIn, { fields: { answer } });
    if (done.status !== 303) throw new Error(`sign in: ${done.status}`);
    const cookie = cookieOf(done);
    return { cookie, token: tokenIn(await (await send(ORGANISE.account, { cookie })).text()) };
  };

  /** The code of a new link that gives a role. */
  const invite = async (owner: OrganiserAtWork, id: string, role: Role): Promise<string> => {
    const { cookie, token } = owner;
    // Without the language nobody becomes a translator; with any other role it says nothing.
    const fields = { role, language: "kk" };
    const page = await send(ORGANISE.inviteOrganiser, { id, cookie, token, fields });
    return /\/organise\/join#([0-9A-Z-]{19})/.exec(await page.text())![1]!;
  };

  return {
    send,
    signIn,
    invite,
    join: async (owner: OrganiserAtWork, id: string, role: Role, name: string) =>
      register("join", await invite(owner, id, role), name),
    register,
  };
}

/** The cookie that an answer sets, as a browser would send it back. */
export const cookieOf = (answer: Response): string =>
  (answer.headers.get("Set-Cookie") ?? "").split(";")[0]!;

const tokenIn = (html: string): string => /name="csrf" value="([\w-]+)"/.exec(html)?.[1] ?? "";

/** The refusal that an English page states; `undefined` when it states none. */
export const problemIn = (html: string): ProblemCode | undefined =>
  (Object.entries(CATALOGUES.en.problems) as [ProblemCode, string][]).find(([, sentence]) =>
    html.includes(`>${sentence}<`),
  )?.[0];
