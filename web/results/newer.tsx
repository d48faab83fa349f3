import { API_RESULTS, pathOf } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";

interface Props {
  consultation: string;
  /** The release that the page shows; 0 before the first. */
  release: number;
  hash: string | undefined;
  /** Address of this page. */
  reload: string;
}

/** Empty until the page's script (client.ts) learns of a newer release, and says so here. */
export function Newer({ consultation, release, hash, reload }: Props) {
  const { newer } = useReader().text.results;
  return (
    <output
      id="newer"
      class="newer"
      data-address={pathOf(API_RESULTS, { id: consultation })}
      data-release={release}
      data-tag={hash === undefined ? "" : `"${hash}"`}
      data-text={newer.text}
      data-link={newer.link}
      data-reload={reload}
    />
  );
}
