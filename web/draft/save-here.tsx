import { useReader } from "../language/reader.ts";

/** Saves everything and comes back to this part, where no script does so in place. */
export const SaveHere = ({ at }: { at: string }) => (
  <p class="buttons without-script">
    <button class="secondary" type="submit" name="do" value={`save ${at}`}>
      {useReader().text.draft.edit.save}
    </button>
  </p>
);
