import { ORGANISE } from "../../domain/organiser/endpoints.ts";
import { pathOf, RATE, RESULTS } from "../../domain/paths.ts";
import type { Reach } from "./server-database.ts";

/** The consultation that is shipped. */
const FIRST = { id: "kazakhstan-2019" };

/** Who reaches the database: said at each start, for it depends on what this machine lets its user do. */
const REACH: Record<Reach, string> = {
  secluded: "reached from this machine alone",
  open: "listens on EVERY address of this machine, under a secret key: close it with a firewall",
  joined: "joined at DYNAMODB_ENDPOINT",
  foreign: "",
};

/** DynamoDB Local is licensed and made for development: what runs on it is a trial, and says so. */
const TRIAL =
  "  A trial        DynamoDB Local is licensed and made for development; for service: deploy/README.md";

/** What the server says when it runs: where everything is, and `more`. */
export const announcement = (
  url: string,
  folder: string,
  { reach, endpoint }: { reach: Reach; endpoint: string },
  more: readonly string[],
): string =>
  [
    "",
    "Kenes is running.",
    `  Consultations  ${url}/`,
    `  Rate           ${url}${pathOf(RATE, FIRST)}`,
    `  Results        ${url}${pathOf(RESULTS, FIRST)}`,
    `  Organisers     ${url}${ORGANISE.home.path}`,
    `  Data           ${folder}`,
    `  Database       ${where(reach, endpoint)}${REACH[reach]}`,
    ...(reach === "foreign" ? [] : [TRIAL]),
    ...more,
    "Stop it with Ctrl-C. In another terminal:",
    "  npm run -s invite -- kazakhstan-2019 24",
    "  npm run -s simulate -- --ballots 500 --experts 24 --seed 1",
    "  npm run -s recount -- kazakhstan-2019",
    "  npm run -s setup        a new link to become an owner by",
    "",
  ].join("\n");

function where(reach: Reach, endpoint: string): string {
  if (reach === "open") return `port ${new URL(endpoint).port} `;
  return reach === "foreign" ? endpoint : "";
}
