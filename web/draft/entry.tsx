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
  const inLanguage = (one: string) => editing.value(`${at(TITLES[list])}.${one}`);
  const title = inLanguage(language) || inLanguage(editing.original);
  const isWrong = editing.wrongs.some((name) => name.startsWith(`${list}.${item}.`));
  const isNew = inLanguage(editing.original) === "";
  return (
    <section class="entry" aria-labelledby={`${id}-h`}>
      <details open={isNew || isWrong}>
        <summary>
          {heading}
          {title === "" ? null : <span> – {title}</span>}
          <span id={`${id}-missing`} data-live>
            <MissingCount {...{ editing, list, item }} />
          </span>
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
