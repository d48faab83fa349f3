import { type Said, textOf } from "../language/said.tsx";
import { linkOf, mailTo, type Part, partsOf, type Piece, piecesOf } from "./prose-parts.ts";

interface Props {
  of: Said;
  /** The class of its paragraphs. */
  class?: string;
}

/** A longer text of organisers: its paragraphs, lists and links, in the language that it is in. */
export function Prose({ of, class: name }: Props) {
  const parts = partsOf(textOf(of)).map((part, place) => (
    <Block key={place} part={part} name={name} />
  ));
  if (typeof of === "string") return <>{parts}</>;
  return (
    <>
      <div lang={of.lang} dir="auto">
        {parts}
      </div>
      {of.instead && <p class="instead">({of.instead})</p>}
    </>
  );
}

const Block = ({ part, name }: { part: Part; name: string | undefined }) =>
  "paragraph" in part ? (
    <p class={name}>
      <Pieces of={part.paragraph} />
    </p>
  ) : (
    <ul>
      {part.list.map((item, place) => (
        <li key={place}>
          <Pieces of={item} />
        </li>
      ))}
    </ul>
  );

const Pieces = ({ of }: { of: readonly Piece[] }) => (
  <>
    {of.map((piece, place) => (typeof piece === "string" ? piece : <Out key={place} {...piece} />))}
  </>
);

/** A link to another site, which learns nothing of where one came from. Its host stands first in any language. */
const Out = ({ to, shown }: { to: string; shown: string }) => (
  <a href={to} rel="noreferrer" dir="ltr">
    {shown}
  </a>
);

/** A link with its host; `undefined` leads nowhere safe and is shown as it is. */
export function Address({ of }: { of: string }) {
  const link = linkOf(of);
  return link === undefined ? <>{of}</> : <Out {...link} />;
}

/** How somebody can be reached: a link for e-mail, and for whatever in it is an address. */
export function Contact({ of }: { of: Said }) {
  const text = textOf(of);
  const to = mailTo(text);
  const words =
    to === undefined ? (
      <Pieces of={piecesOf(text)} />
    ) : (
      <a href={to} dir="ltr">
        {text}
      </a>
    );
  if (typeof of === "string" || to !== undefined) return words;
  return (
    <>
      <span lang={of.lang} dir="auto">
        {words}
      </span>
      {of.instead && <small class="instead"> ({of.instead})</small>}
    </>
  );
}
