import { PIECE } from "../../domain/invitation/group.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";
import { fill, formatNumber } from "../text.ts";
import { SeenForm } from "./seen-form.tsx";
import type { GroupView } from "./view.ts";

interface Props {
  signedIn: SignedIn;
  consultation: string;
  group: GroupView;
}

/** What of a group's codes is left to make, and whether those that were made last have arrived. */
export function Pieces({ signedIn, consultation, group }: Props) {
  const { language, text } = useReader();
  const words = text.invitation.pieces;
  const { id, wanted, counts, left } = group;
  const count = (value: number) => formatNumber(language, value);
  const go = (what: "next" | "anew" | "replace", label: string) => (
    <Form
      action={organisePath(ORGANISE.invitationPiece, { id: consultation, lang: language })}
      token={signedIn.formToken}
      hidden={{ group: id, turn: left.turn, do: what }}
    >
      <p>
        <button class={what === "anew" ? "secondary" : "primary"} type="submit">
          {label}
        </button>
      </p>
    </Form>
  );
  if (left.unseen > 0) {
    return (
      <section aria-labelledby="pieces">
        <h2 id="pieces">{words.unseenHeading}</h2>
        <p class="notice notice-warning">{fill(words.unseen, { count: count(left.unseen) })}</p>
        <SeenForm {...{ signedIn, consultation }} group={id} turn={left.turn} primary />
        <p>{words.anewHint}</p>
        {go("anew", fill(words.anew, { count: count(left.unseen) }))}
      </section>
    );
  }
  const missing = group.form === undefined ? 0 : wanted - counts.made;
  if (missing <= 0 && left.toReplace === 0) return null;
  return (
    <section aria-labelledby="pieces">
      <h2 id="pieces">{words.nextHeading}</h2>
      <p>{fill(words.hint, { most: count(PIECE) })}</p>
      {missing > 0 ? (
        <>
          <progress aria-label={words.nextHeading} max={wanted} value={counts.made} />
          <p>{fill(words.progress, { made: count(counts.made), wanted: count(wanted) })}</p>
          {go("next", fill(words.next, { count: count(Math.min(PIECE, missing)) }))}
        </>
      ) : null}
      {left.toReplace > 0 ? (
        <>
          <p>{fill(words.toReplace, { count: count(left.toReplace) })}</p>
          {go("replace", words.replace)}
        </>
      ) : null}
    </section>
  );
}
