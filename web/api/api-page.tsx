import { Fragment } from "preact";
import type { ApiRight, Endpoint } from "../../domain/contract/endpoint.ts";
import { API_OPENAPI, API_PAGE } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import type { Assets } from "../page/assets.ts";
import { Document } from "../page/document.tsx";
import { pageTitle } from "../page/page-title.ts";
import { calledAs, EndpointEntry } from "./endpoint-entry.tsx";

interface Props extends Reader {
  assets: Assets;
  origin: string;
  endpoints: Readonly<Record<string, Endpoint>>;
}

/** The groups in which endpoints stand, by the right that they need. */
const GROUPS: readonly (ApiRight | "none")[] = ["none", "receipt", "key"];

/** The API as a page: what holds everywhere, and every endpoint with an example. */
export function ApiPage({ language, text, assets, origin, endpoints }: Props) {
  const { api } = text;
  const all = Object.entries(endpoints);
  const groups = GROUPS.map((group) => ({
    group,
    of: all.filter(([, { right }]) => (right ?? "none") === group),
  })).filter(({ of }) => of.length > 0);
  return (
    <Document
      language={language}
      text={text}
      title={pageTitle(api.title)}
      shared={{ origin, title: api.title, description: api.lead }}
      path={API_PAGE}
      style={assets.readingStyle}
    >
      <h1>{api.title}</h1>
      <p class="lead">{api.lead}</p>
      <p>
        {`${api.document} `}
        <a href={API_OPENAPI}>
          <code lang="zxx" dir="ltr">
            {API_OPENAPI}
          </code>
        </a>
      </p>
      <h2 id="rules">{api.rulesHeading}</h2>
      {Object.entries(api.rules).map(([name, rule]) => (
        <p key={name}>{rule}</p>
      ))}
      <nav aria-labelledby="contents">
        <h2 id="contents">{api.contents}</h2>
        {groups.map(({ group, of }) => (
          <Fragment key={group}>
            <h3>{api.groups[group]}</h3>
            <ul>
              {of.map(([name, endpoint]) => (
                <li key={name}>
                  <a href={`#${name}`}>
                    <code lang="zxx" dir="ltr">
                      {calledAs(endpoint)}
                    </code>
                  </a>
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      </nav>
      {groups.map(({ group, of }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{api.groups[group]}</h2>
          {group === "receipt" ? <p>{api.receiptHint}</p> : null}
          {group === "key" ? <p>{api.keyHint.replace("{page}", text.programs.title)}</p> : null}
          {of.map(([name, endpoint]) => (
            <EndpointEntry key={name} {...{ name, endpoint, text, origin }} />
          ))}
        </section>
      ))}
    </Document>
  );
}
