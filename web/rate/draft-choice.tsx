import type { Catalogue } from "../language/catalogue.ts";

/** The choice to keep a draft on the device. It is the script's, which shows it and sees to it. */
export const DraftChoice = ({ text }: { text: Catalogue["rate"]["answers"] }) => (
  <div class="draft-choice" id="draft-choice" hidden>
    <p class="notice" id="draft-back" role="status" hidden>
      {text.draftBack}
    </p>
    <label class="choice">
      {/* Without a name it is not sent; nor may a browser fill it in again by itself. */}
      <input type="checkbox" autocomplete="off" aria-describedby="draft-hint" />
      <span>{text.draftKeep}</span>
    </label>
    <p class="hint" id="draft-hint">
      {text.draftHint}
    </p>
    <output class="hint" data-until={text.draftUntil} data-cannot={text.draftCannot} />
  </div>
);
