import { API_RESULTS, pathOf } from "../../domain/paths.ts";
import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  texts: Catalogue["results"]["newer"];
  consultation: string;
  /** The release that the page shows; 0 before the first. */
  release: number;
  hash: string | undefined;
  /** Address of this page. */
  reload: string;
}

/** Empty until the page's script (client.ts) learns of a newer release, and says so here. */
export const Newer = ({ texts, consultation, release, hash, reload }: Props) => (
  <output
    id="newer"
    class="newer"
    data-address={pathOf(API_RESULTS, { id: consultation })}
    data-release={release}
    data-tag={hash === undefined ? "" : `"${hash}"`}
    data-text={texts.text}
    data-link={texts.link}
    data-reload={reload}
  />
);
