import { WORK_MODES, type WorkMode } from "../../domain/work/mode.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";

interface Props {
  signedIn: SignedIn;
  action: string;
  mode: WorkMode;
}

/** Of whom work is asked before a ballot is taken: the owners' to say. */
export function WorkForm({ signedIn, action, mode }: Props) {
  const { participation, about } = useReader().text;
  const words = participation.work;
  return (
    <Form {...{ action }} token={signedIn.formToken}>
      <fieldset>
        <legend>{words.legend}</legend>
        {WORK_MODES.map((one) => (
          <label class="choice" key={one}>
            <input type="radio" name="mode" value={one} checked={mode === one} />
            <span>{about.work.modes[one]}</span>
          </label>
        ))}
      </fieldset>
      <p class="hint">{words.hint}</p>
      <button class="secondary" type="submit">
        {words.save}
      </button>
    </Form>
  );
}
