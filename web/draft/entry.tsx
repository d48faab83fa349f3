import type { ComponentChildren } from "preact";
import { itemField, type List } from "../../domain/draft/field.ts";
import { useReader } from "../language/reader.ts";
import type { Editing } from "./editing.ts";
import { MissingCount } from "./missing-count.tsx";

interface Props {
  editing: Editing;
  list: List;
  /** The item's key. */
  item: string;
  /** What the item is called. */
  name: string;
  folded: boolean;
  children: ComponentChildren;
}

/**
 * One item of a list. Folded, it shows what it is and how much of it is missing; a link into it opens
 * it, and so does whatever cannot stay as it is.
 */
export function Entry({ editing, list, item, name, folded, children }: Props) {
  const { language } = useReader();
  const id = `${list}-${item}`;
  const heading = <h3 id={`${id}-h`}>{name}</h3>;
  if (!folded) {
    return (
      <section class="entry" id={id} aria-labelledby={`${id}-h`}>
        {heading}
        {children}
      </section>
    );
  }
  const at = (part: string) => itemField(list, item, part);
  const title = editing.value(`${at(TITLES[list])}.${language}`);
  const isNew = editing.value(`${at(TITLES[list])}.${editing.original}`) === "";
  return (
    <section class="entry" aria-labelledby={`${id}-h`}>
      <details open={isNew || editing.isWrongWithin(`${list}.${item}.`)}>
        <summary>
          {heading}
          {title === "" ? null : <span> – {title}</span>}
          <MissingCount {...{ editing, list, item }} />
        </summary>
        {/* Within what is folded: a browser opens it on the way to here. */}
        <div id={id}>{children}</div>
      </details>
    </section>
  );
}

/** The text of an item that says what it is. */
const TITLES: Record<List, string> = {
  addressees: "name",
  recommendations: "title",
  about: "question",
  channels: "label",
};
