import type { OrganiserEndpoint } from "../../../domain/organiser/endpoint.ts";
import { ORGANISE } from "../../../domain/organiser/endpoints.ts";
import { ANSWER, HERE, useDesks } from "../desk/at-desk.ts";

/** An answer that an organiser can quote. */
const QUOTE = {
  ...ANSWER,
  day: "2020-05-01",
  sourceTitle: "The Gazette, 1 May 2020",
  sourceAddress: "https://gazette.example/1",
};

/** For each test a world in which Ann quotes and withdraws answers, beside addressees at their desks. */
export function useQuoting() {
  const world = useDesks();
  const send = (
    endpoint: OrganiserEndpoint,
    fields: Record<string, string>,
    id: string = HERE,
  ): Promise<Response> => {
    const { cookie, token } = world.ann;
    return world.organisers.send(endpoint, { id, cookie, token, fields });
  };
  return {
    world,
    quote: (more: Record<string, string> = {}, id?: string) =>
      send(ORGANISE.recordResponse, { ...QUOTE, ...more }, id),
    withdraw: (entry: string, reason: Record<string, string> = { "reason.kk": "Қате" }) =>
      send(ORGANISE.withdrawResponse, { entry, ...reason }),
    /** The page of the console with that query, as Ann sees it. */
    page: async (query: string): Promise<string> => {
      const path = ORGANISE.responsesPage.path.replace(":id", HERE);
      const headers = { Cookie: world.ann.cookie };
      return (await world.organisers.app.request(`${path}${query}`, { headers })).text();
    },
  };
}
