import type { Catalogue } from "../language/catalogue.ts";

/** Where the organisers number a filled-in form, so that it can be found again among the others. */
export const OrganiserBox = ({ paper }: { paper: Catalogue["paper"] }) => (
  <div class="organiser-box">
    <p>{paper.forOrganisers}</p>
    {[paper.batch, paper.sheet].map((label) => (
      <p key={label}>
        {label}
        <span class="frame" aria-hidden="true" />
      </p>
    ))}
  </div>
);
