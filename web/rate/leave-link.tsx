import type { Catalogue } from "../language/catalogue.ts";

interface Props {
  consultation: { atRisk: boolean; leaveTo: string };
  text: Catalogue;
}

/** In an `at-risk` consultation: the way off the page when somebody comes in. */
export const LeaveLink = ({ consultation, text }: Props) =>
  consultation.atRisk ? (
    <p class="leave">
      <a class="button danger" id="leave" href={consultation.leaveTo} rel="noreferrer">
        {text.rate.page.leave}
      </a>
    </p>
  ) : null;
