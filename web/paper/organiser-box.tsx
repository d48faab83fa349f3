import { useReader } from "../language/reader.ts";

/** Where the organisers number a filled-in form, so that it can be found again among the others. */
export function OrganiserBox() {
  const { paper } = useReader().text;
  return (
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
}
