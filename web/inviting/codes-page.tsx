import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { ConsolePage, type ConsoleProps, type SignedIn } from "../organise/console-page.tsx";

/**
 * Where the codes come in, and where what follows the last one does: the page is written in pieces
 * while they are made. Private-use characters, which no text of ours or anybody's label holds there.
 */
export const [CODES_PLACE, END_PLACE] = ["\uE000codes\uE000", "\uE000end\uE000"];

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  consultation: { id: string; title: string };
  /** What the group is called. */
  name: string;
  form: "cards" | "page";
}

/** The one page on which new codes are ever shown: as cards to print, or as a list. */
export function CodesPage(props: Props) {
  const { language, text, assets, signedIn, consultation, name, form } = props;
  const words = text.inviting.codes;
  const { id } = consultation;
  return (
    <ConsolePage
      {...{ language, text, assets, signedIn }}
      title={words.title}
      path={organisePath(ORGANISE.invitations, { id })}
      moreStyle={assets.invitingStyle}
      // Another language would be another page, without the codes.
      languageChoice={<span />}
      wide
    >
      <div class="on-screen">
        <p class="eyebrow">{consultation.title}</p>
        <h1>{words.title}</h1>
        <p class="lead">{name}</p>
        <p class="notice notice-warning">{words.once}</p>
        {form === "cards" ? <p>{words.print}</p> : null}
      </div>
      {form === "cards" ? (
        <ul class="cards" aria-label={words.title}>
          {CODES_PLACE}
        </ul>
      ) : (
        // A region that scrolls must be reachable by keyboard.
        <div class="table-scroll" role="region" aria-label={words.list} tabIndex={0}>
          <table>
            <caption>{words.list}</caption>
            <thead>
              <tr>
                <th scope="col">{words.columns.code}</th>
                <th scope="col">{words.columns.label}</th>
              </tr>
            </thead>
            <tbody>{CODES_PLACE}</tbody>
          </table>
        </div>
      )}
      <div class="on-screen">
        {END_PLACE}
        <p>
          <a href={organisePath(ORGANISE.invitations, { id, lang: language })}>{words.back}</a>
        </p>
      </div>
    </ConsolePage>
  );
}
