import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { SectionPage, type SectionProps } from "../organiser/section-page.tsx";

/**
 * Where the codes come in, and where what follows the last one does: the page is written in pieces
 * while they are made. Private-use characters, which no text of ours or anybody's label holds there.
 */
export const [CODES_PLACE, END_PLACE] = ["\uE000codes\uE000", "\uE000end\uE000"];

interface Props extends SectionProps {
  /** What the group is called. */
  name: string;
  form: "cards" | "page";
}

/** The one page on which new codes are ever shown: as cards to print, or as a list. */
export function CodesPage(props: Props) {
  const { language, text, assets, consultation, name, form } = props;
  const words = text.invitation.codes;
  const { id } = consultation;
  return (
    <SectionPage
      {...props}
      page={ORGANISE.invitations}
      heading={words.title}
      moreStyle={assets.invitingStyle}
      onlyOnce
      wide
    >
      <p class="lead">{name}</p>
      <p class="notice notice-warning">{words.once}</p>
      {form === "cards" ? <p>{words.print}</p> : null}
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
      <div>
        {END_PLACE}
        <p>
          <a href={organisePath(ORGANISE.invitations, { id, lang: language })}>{words.back}</a>
        </p>
      </div>
    </SectionPage>
  );
}
