import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import { CarriedFields, type WayBack } from "./carried.tsx";
import { CodeField } from "./code-field.tsx";

interface Props extends WayBack {
  code?: string;
  refused?: boolean;
}

/** The form for a recovery code; works without a script. */
export function RecoveryForm({ code = "", refused = false, ...way }: Props) {
  const { language, text } = useReader();
  const words = text.organiser.recovery;
  return (
    <Form action={organisePath(ORGANISE.recover, { lang: language })} checkedBy="browser">
      <CarriedFields {...way} />
      <CodeField label={words.label} hint={words.hint} value={code} refused={refused} />
      <button class="primary" type="submit">
        {words.button}
      </button>
    </Form>
  );
}
