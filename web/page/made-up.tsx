import { useReader } from "../language/reader.ts";

/** That something on the page was made up to try Kenes out: on each page and file that shows any of it. */
export function MadeUp({ isSo }: { isSo: boolean }) {
  const { council } = useReader().text;
  return isSo ? <p class="notice notice-warning">{council.madeUp}</p> : null;
}
