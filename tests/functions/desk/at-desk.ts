import { DESK, DESK_LEAVE, DESK_OPEN } from "../../../domain/paths.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { listEntries } from "../../../functions/store/log.ts";
import { listResponses } from "../../../functions/store/responses.ts";
import { cookieOf, type OrganiserAtWork, ORIGIN, problemIn } from "../../support/organiser.ts";
import { KAZAKHSTAN } from "../../support/world.ts";
import { useAnn } from "../organiser/ann.ts";

export const HERE = KAZAKHSTAN.id;

/** Every page and form of a desk. */
export const DESK_ENDPOINTS = [
  ["GET", DESK_OPEN],
  ["POST", DESK_OPEN],
  ["GET", DESK],
  ["POST", DESK],
  ["POST", DESK_LEAVE],
] as const;

/** Somebody at a desk: a cookie, and the token of its forms. */
export interface AtDesk {
  cookie: string;
  token: string;
}

export interface SendingAtDesk {
  cookie?: string | undefined;
  token?: string | undefined;
  query?: string;
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

/** An answer that can be recorded at the desk of the government of Kazakhstan. */
export const ANSWER = {
  recommendation: "K1",
  status: "accepted",
  original: "ru",
  "statement.ru": "Мы согласны.",
};

/** For each test, or once for all of them, a world with one organiser, Ann, and addressees who come by the links that she makes. */
export function useDesks(before?: Parameters<typeof useAnn>[0]) {
  const world = useAnn(before);
  const send = (
    method: "GET" | "POST",
    path: string,
    { cookie, token, query = "", fields = {}, headers = {} }: SendingAtDesk = {},
  ): Promise<Response> =>
    Promise.resolve(
      world.organisers.app.request(path + query, {
        method,
        headers: {
          ...(cookie !== undefined && { Cookie: cookie }),
          ...(method === "POST" && {
            Origin: ORIGIN,
            "Content-Type": "application/x-www-form-urlencoded",
          }),
          ...headers,
        },
        ...(method === "POST" && {
          body: new URLSearchParams({
            sent: "yes",
            ...(token !== undefined && { csrf: token }),
            ...fields,
          }).toString(),
        }),
      }),
    );
  const makeLink = async (addressee = "K", by: OrganiserAtWork = world.ann): Promise<string> => {
    const { cookie, token } = by;
    const fields = { addressee };
    const page = await world.organisers.send(ORGANISE.makeDeskLink, {
      id: HERE,
      cookie,
      token,
      fields,
    });
    return /\/desk\/open#([0-9A-Z-]{19})/.exec(await page.text())![1]!;
  };
  const tryLink = (code: string): Promise<Response> =>
    send("POST", DESK_OPEN, { fields: { code } });
  const open = async (code: string): Promise<AtDesk> => {
    const opened = await tryLink(code);
    if (opened.status !== 303) throw new Error(String(problemIn(await opened.text())));
    const cookie = cookieOf(opened);
    const page = await (await send("GET", DESK, { cookie })).text();
    return { cookie, token: /name="csrf" value="([\w-]+)"/.exec(page)![1]! };
  };
  return Object.assign(world, {
    sendTo: send,
    makeLink,
    tryLink,
    open,
    /** Somebody at a new desk of that addressee. */
    sit: async (addressee = "K"): Promise<AtDesk> => open(await makeLink(addressee)),
    answer: (desk: AtDesk, fields: Record<string, string> = {}): Promise<Response> =>
      send("POST", DESK, { ...desk, fields: { ...ANSWER, ...fields } }),
    log: () => listEntries(world.services.db, HERE),
    entries: () => listResponses(world.services.db, HERE),
    /** The page of the console, as Ann sees it. */
    responsesPage: async (): Promise<string> => {
      const { cookie } = world.ann;
      return (await world.organisers.send(ORGANISE.responsesPage, { id: HERE, cookie })).text();
    },
    endDesk: (desk: string): Promise<Response> => {
      const { cookie, token } = world.ann;
      const fields = { desk };
      return world.organisers.send(ORGANISE.endDesk, { id: HERE, cookie, token, fields });
    },
    signInAgain: async (): Promise<void> => {
      Object.assign(world.ann, await world.organisers.signIn(world.ann));
    },
  });
}

/** The hashes of the links and desks that a page of the console lists. */
export const desksOn = (html: string): string[] =>
  [...html.matchAll(/name="desk" value="([0-9a-f]{64})"/g)].map(([, hash]) => hash!);

/** The status of an answer, and where it leads or how it is refused. */
export const outcomeAt = async (answer: Response): Promise<(string | number | undefined)[]> => [
  answer.status,
  answer.headers.get("Location") ?? problemIn(await answer.text()),
];
