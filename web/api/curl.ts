import type { Endpoint } from "../../domain/contract/endpoint.ts";
import { EXAMPLE_ORIGIN, EXAMPLE_PARTS } from "../../domain/contract/parameters.ts";
import { pathOf } from "../../domain/paths.ts";

/** What stands in a command for the secret of each right. */
const SECRETS = { receipt: "$RECEIPT", key: "$KEY" } as const;

/** The example request of an endpoint as a command for a shell. `origin` is that of the installation. */
export function curlOf(endpoint: Endpoint, origin: string): string {
  const { method, path, right, query = {}, example } = endpoint;
  const asked = Object.entries(query).filter(([, { required }]) => required);
  const search = new URLSearchParams(asked.map(([name, { example: value }]) => [name, `${value}`]));
  const address =
    origin +
    pathOf(path, { ...EXAMPLE_PARTS, ...example.parts }) +
    (asked.length > 0 ? `?${search}` : "");
  return [
    "curl",
    ...(method === "GET" ? [] : [`-X ${method}`]),
    ...(right === undefined ? [] : [`-H "Authorization: Bearer ${SECRETS[right]}"`]),
    ...(example.request === undefined
      ? []
      : ["-H 'Content-Type: application/json'", `-d ${quoted(JSON.stringify(example.request))}`]),
    quoted(address),
  ]
    .join(" ")
    .replaceAll(encodeURIComponent(EXAMPLE_ORIGIN), encodeURIComponent(origin));
}

const quoted = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;
