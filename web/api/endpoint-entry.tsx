import type { Endpoint } from "../../domain/contract/endpoint.ts";
import { EXAMPLE_ORIGIN } from "../../domain/contract/parameters.ts";
import { refusalsOf } from "../../domain/contract/refusals.ts";
import { PROBLEMS } from "../../domain/problem.ts";
import type { Reader } from "../language/reader.ts";
import { curlOf } from "./curl.ts";
import { ParameterTable } from "./parameter-table.tsx";
import { Told } from "./told.tsx";

interface Props extends Pick<Reader, "text"> {
  name: string;
  endpoint: Endpoint;
  origin: string;
}

/** `GET /api/consultations/{id}` */
export const calledAs = ({ method, path }: Endpoint): string =>
  `${method} ${path.replace(/:(\w+)/g, "{$1}")}`;

/** What an endpoint is for, what it takes and gives, and when it refuses. */
export function EndpointEntry({ name, endpoint, text, origin }: Props) {
  const { api, problems } = text;
  const summaries: Readonly<Record<string, string>> = api.endpoints;
  return (
    <div class="endpoint">
      <h3 id={name}>
        <code lang="zxx" dir="ltr">
          {calledAs(endpoint)}
        </code>
      </h3>
      <p>
        <Told told={summaries[name]} english={endpoint.summary} />
      </p>
      <ParameterTable of={endpoint} labelledBy={name} text={text} origin={origin} />
      <h4>{api.request}</h4>
      <Sample of={curlOf(endpoint, origin)} />
      <Answer endpoint={endpoint} text={text} origin={origin} />
      <details>
        <summary>{api.refusals}</summary>
        <ul>
          {refusalsOf(endpoint).map((code) => (
            <li key={code}>
              <code lang="zxx">{`${PROBLEMS[code]} ${code}`}</code>
              {` – ${problems[code]}`}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

function Answer({ endpoint, text, origin }: Omit<Props, "name">) {
  const { api } = text;
  const { mediaType, example } = endpoint;
  const { answer } = example;
  // Bytes that nobody reads have no example.
  if (answer === undefined && mediaType !== undefined) {
    return (
      <p>
        {`${api.file} `}
        <code lang="zxx">{mediaType}</code>
      </p>
    );
  }
  if (answer === undefined) return <p>{api.noBody}</p>;
  const sample = typeof answer === "string" ? answer : JSON.stringify(answer, undefined, 2);
  return (
    <details>
      <summary>{api.answer}</summary>
      <Sample of={sample.replaceAll(EXAMPLE_ORIGIN, origin)} />
    </details>
  );
}

/** Text for programs, in no language (BCP 47: zxx): in its own direction whatever the page's, and broken anywhere rather than cut off. */
const Sample = ({ of }: { of: string }) => (
  <pre class="sample" lang="zxx" dir="ltr">
    <code lang="zxx">{of}</code>
  </pre>
);
