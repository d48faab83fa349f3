import { API_ROOT, HEALTH } from "../../domain/paths.ts";
import { type ProblemCode, PROBLEMS } from "../../domain/problem.ts";
import { SECURITY_HEADERS } from "../../functions/http/security-headers.ts";
import { CATALOGUES } from "../support/languages.ts";
import { MARK, TAG } from "./hostile.ts";
import type { Answered } from "./hostings.ts";
import type { Row } from "./row.ts";
import type { Way } from "./ways.ts";

/** In Kazakh, as every row asks for it unless its address says otherwise. */
const SENTENCES = Object.entries(CATALOGUES.kk.problems) as [ProblemCode, string][];
const OF_PAGE = new RegExp(SENTENCES.map(([, one]) => `>${escaped(one)}<`).join("|"));
const OF = new Map(SENTENCES.map(([code, one]) => [`>${one}<`, code]));

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** How an answer refuses; `undefined` where it does not say. */
export function codeOf({ headers, text }: Answered): ProblemCode | undefined {
  if (headers["content-type"]?.startsWith("application/problem+json")) {
    return (JSON.parse(text) as { title: ProblemCode }).title;
  }
  return OF.get(OF_PAGE.exec(text)?.[0] ?? "");
}

/** Headers that come with each answer, whatever it is; what the policy says may differ (security-headers.ts). */
const ALWAYS = Object.keys(SECURITY_HEADERS).map((name) => name.toLowerCase());

/** The text of a refusal without what it points at: of a key that nobody knows the name is told, never the value. */
const withoutPointers = (text: string): string =>
  text.replace(/"pointer":"(?:[^"\\]|\\.)*"/g, '"pointer":""');

/** What is wrong with an answer of any kind. */
export function faultsOfAny({ status, headers, text: whole }: Answered): string[] {
  const faults: string[] = [];
  const isDocument = headers["content-type"]?.includes("json") ?? false;
  const text = isDocument ? withoutPointers(whole) : whole;
  if (status >= 500 && status !== 501) faults.push(`status ${status}`);
  for (const name of ALWAYS) if (!(name in headers)) faults.push(`no ${name}`);
  for (const name of ["server", "x-powered-by"]) if (name in headers) faults.push(name);
  // What was stored comes back in JSON as it is: nothing reads that as a page.
  if (text.includes(TAG) && !(isDocument && status < 400))
    faults.push("a tag that was sent stands in it");
  if (/^(?:https?:)?\/\//.test(headers["location"] ?? "")) faults.push("it leads elsewhere");
  if (status >= 400 && headers["cache-control"] !== "no-store") faults.push("it may be kept");
  if (status === 405 && !headers["allow"]) faults.push("no Allow");
  if (status === 401 && !headers["www-authenticate"]) faults.push("no WWW-Authenticate");
  if ((status === 429 || status === 503) && !headers["retry-after"]) faults.push("no Retry-After");
  return faults;
}

/** What is wrong with the answer to a row. */
export function faultsOf(way: Way, row: Row, answer: Answered): string[] {
  const { status, headers, text } = answer;
  // Time goes on in leaps here, and the health says by a 503 that nothing was counted for so long.
  const isSaid = (fault: string) => way.path === HEALTH && fault === "status 503";
  const faults = faultsOfAny(answer).filter((one) => !isSaid(one));
  const isHead = row.raw.method === "HEAD";
  if (isHead && text !== "") faults.push("HEAD with a body");
  if (row.statuses && !row.statuses.includes(status)) faults.push(`${status}`);
  if (isHead || status < 400) {
    if (row.codes && row.codes.length > 0 && !isHead) faults.push(`served: ${status}`);
    return faults;
  }
  const code = codeOf(answer);
  // Whoever asks for another language is told in that; whoever has lost a session is shown where to sign in.
  const inKazakh = row.raw.headers["Accept-Language"] === "kk" && row.statuses === undefined;
  // An address that is bent far enough is none of the API's any more, and refused by a page.
  const isDocument = row.raw.path.startsWith(API_ROOT);
  if (code === undefined) {
    // A page may say it at its fields alone; then no one sentence has to be there.
    if (isDocument || (row.codes?.length ?? 0) > 0) faults.push(`${status} without its sentence`);
    return inKazakh && !isDocument ? [...faults, ...pageFaults(answer)] : faults;
  }
  if (PROBLEMS[code] !== status) faults.push(`${status} as ${code}`);
  if (row.codes && row.codes.length > 0 && !row.codes.includes(code)) faults.push(code);
  if (!way.refusals.includes(code)) faults.push(`${code}, which its list does not have`);
  if (!isDocument) return inKazakh ? [...faults, ...pageFaults(answer)] : faults;
  if (withoutPointers(text).includes(MARK)) faults.push("it repeats what was sent");
  if (!headers["content-type"]?.startsWith("application/problem+json")) {
    return [...faults, "no problem document"];
  }
  const { detail, title } = JSON.parse(text) as { detail: string; title: ProblemCode };
  if (inKazakh && detail !== CATALOGUES.kk.problems[title]) {
    faults.push("not in the reader's language");
  }
  return faults;
}

const pageFaults = ({ headers, text }: Answered): string[] =>
  headers["content-type"]?.startsWith("text/html") && !text.includes('<html lang="kk"')
    ? ["a page in another language"]
    : [];
