import type { Context } from "hono";
import { encodingFor, type Encoding } from "../memory/encoded.ts";
import type { MadePage, MadePages } from "../memory/made-pages.ts";
import type { Environment } from "./environment.ts";

/**
 * A page that is the same for everybody, in the way of compressing that the asker takes: at once if it is in memory, else
 * made and compressed in a turn of its own. Whoever has waited for that turn may find it there. Throws `NoTurn`.
 */
export async function pageInTurn(
  { req, env }: Context<Environment>,
  pages: MadePages,
  place: string,
  of: string,
  make: () => string,
  ways?: readonly Encoding[],
): Promise<MadePage> {
  const encoding = encodingFor(req.header("Accept-Encoding") ?? "", ways);
  env?.turns?.isKept();
  const kept = pages.kept(place, of);
  if (kept?.in.has(encoding) === true) return kept;
  const made = (): MadePage => {
    const page = pages.get(place, of, make);
    page.in(encoding);
    return page;
  };
  return env?.turns === undefined ? made() : env.turns.make(made);
}
