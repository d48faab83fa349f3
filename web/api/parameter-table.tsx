import type { Endpoint } from "../../domain/contract/endpoint.ts";
import { EXAMPLE_ORIGIN, EXAMPLE_PARTS } from "../../domain/contract/parameters.ts";
import type { Reader } from "../language/reader.ts";
import { Told } from "./told.tsx";

interface Row {
  name: string;
  where: string;
  /** The sentence in the reader's language, and in English. */
  told: string | undefined;
  about: string;
  example: string;
}

interface Props extends Pick<Reader, "text"> {
  of: Endpoint;
  /** The id of the heading of the endpoint. */
  labelledBy: string;
  origin: string;
}

/** What may stand in an address, and in which header it is asked whether anything is new. */
export function ParameterTable({ of, labelledBy, text, origin }: Props) {
  const rows = rowsOf(of, text);
  if (rows.length === 0) return null;
  const { column, parameters } = text.api;
  return (
    <div class="table-scroll" role="region" aria-labelledby={labelledBy} tabIndex={0}>
      <table>
        <caption>{parameters}</caption>
        <thead>
          <tr>
            <th scope="col">{column.name}</th>
            <th scope="col">{column.where}</th>
            <th scope="col">{column.meaning}</th>
            <th scope="col">{column.example}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, where, told, about, example }) => (
            <tr key={name}>
              <th scope="row">
                <code lang="zxx">{name}</code>
              </th>
              <td>{where}</td>
              <td>
                <Told told={told} english={about} />
              </td>
              <td>
                <code lang="zxx">{example.replace(EXAMPLE_ORIGIN, origin)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowsOf(of: Endpoint, { api }: Reader["text"]): Row[] {
  const { path, query = {}, tagged, once, example: own } = of;
  const parts: Readonly<Record<string, string>> = api.parts;
  const queries: Readonly<Record<string, string>> = api.queries;
  const examples: Readonly<Record<string, string | number>> = { ...EXAMPLE_PARTS, ...own.parts };
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => ({
    name,
    where: api.inPath,
    told: parts[name],
    about: "",
    example: String(examples[name] ?? ""),
  }));
  const inQuery = Object.entries(query).map(([name, { about, example }]) => ({
    name,
    where: api.inQuery,
    told: queries[name],
    about,
    example: String(example),
  }));
  const inHeader = [
    ...(tagged ? [{ name: "If-None-Match", example: '"…"' }] : []),
    ...(once ? [{ name: "Idempotency-Key", example: "0f6b4a52-…" }] : []),
  ].map((one) => ({ ...one, where: api.inHeader, told: parts[one.name], about: "" }));
  return [...inPath, ...inQuery, ...inHeader];
}
