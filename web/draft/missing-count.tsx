import type { List } from "../../domain/draft/field.ts";
import { useReader } from "../language/reader.ts";
import { formatNumber } from "../text.ts";
import type { Editing } from "./editing.ts";

interface Props {
  editing: Editing;
  list: List;
  /** The item's key. */
  item: string;
}

/** How many texts of an item are missing, where any are. */
export function MissingCount({ editing, list, item }: Props) {
  const { language, text } = useReader();
  const begin = `${list}.${item}.`;
  const count = [...editing.missing].filter((name) => name.startsWith(begin)).length;
  return count === 0 ? null : (
    <span class="hint"> – {`${text.draft.edit.missing}: ${formatNumber(language, count)}`}</span>
  );
}
