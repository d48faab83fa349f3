import { keysOf } from "../../domain/draft/draft.ts";
import { itemField, type List } from "../../domain/draft/field.ts";
import { fill } from "../text.ts";
import { useReader } from "../language/reader.ts";
import type { Editing } from "./editing.ts";
import { Entry } from "./entry.tsx";
import { ItemFields } from "./item-fields.tsx";
import { ReadyMade } from "./ready-made.tsx";
import { SaveHere } from "./save-here.tsx";

interface Props {
  editing: Editing;
  list: List;
  /** Whether items may be added, moved and taken away. */
  open: boolean;
}

/** With more items than this they are folded: thousands of open fields make typing slow, and nobody reads them. */
const MOST_UNFOLDED = 12;

/** The items of a list, one section each, with buttons that move it. */
export function ListItems({ editing, list, open }: Props) {
  const { edit } = useReader().text.draft;
  const keys = keysOf(editing.draft, list);
  const folded = keys.length > MOST_UNFOLDED;
  const hints: Partial<Record<List, string>> = edit.listHints;
  return (
    <section aria-labelledby={`list-${list}`}>
      <h2 id={`list-${list}`}>{edit.headings[list]}</h2>
      {hints[list] === undefined ? null : <p class="hint">{hints[list]}</p>}
      {keys.map((key, index) => {
        const code = editing.value(itemField(list, key, "code")) || String(index + 1);
        const name = fill(edit.item[list], { code });
        return (
          <Entry {...{ editing, list, name, folded }} item={key} key={key}>
            <ItemFields {...{ editing, list, name }} at={(part) => itemField(list, key, part)} />
            {open ? <Moves {...{ list, name, index }} item={key} of={keys.length} /> : null}
            <SaveHere at={`${list}-${key}`} />
          </Entry>
        );
      })}
      {open ? (
        <p class="buttons">
          <button class="secondary" type="submit" name="do" value={`add ${list}`}>
            {edit.add[list]}
          </button>
        </p>
      ) : null}
      {open && list === "about" ? <ReadyMade /> : null}
    </section>
  );
}

interface MovesProps {
  list: List;
  /** The item's key. */
  item: string;
  /** What the item is called. */
  name: string;
  /** Its place, and how many there are. */
  index: number;
  of: number;
}

/** The ways of an item to another place, and out. */
function Moves({ list, item, name, index, of }: MovesProps) {
  const { edit } = useReader().text.draft;
  const button = (command: string, label: string) => (
    <button
      class="link-button"
      type="submit"
      name="do"
      value={`${command} ${list} ${item}`}
      aria-label={`${label}: ${name}`}
    >
      {label}
    </button>
  );
  return (
    <p class="buttons">
      {index === 0 ? null : button("up", edit.up)}
      {index === of - 1 ? null : button("down", edit.down)}
      {of < 3 ? null : (
        <>
          <input
            class="place-input"
            type="number"
            name={`place.${list}.${item}`}
            min={1}
            max={of}
            aria-label={`${edit.placeLabel}: ${name}`}
          />
          {button("place", edit.place)}
        </>
      )}
      {button("remove", edit.remove)}
    </p>
  );
}
