import type { Imported } from "../../domain/draft/import/imported.ts";
import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { Refusal } from "../form/refusal.tsx";
import { ConsolePage, type ConsoleProps, type SignedIn } from "../organiser/console-page.tsx";
import { ArrangeFields } from "./arrange-fields.tsx";
import type { Arranging } from "./arranging.ts";
import { Becoming } from "./becoming.tsx";
import { ImportFaults } from "./import-faults.tsx";
import { ImportNotes } from "./import-notes.tsx";

interface Props extends ConsoleProps {
  signedIn: SignedIn;
  arranging: Arranging;
  imported: Imported;
  /** What was entered on the page before, and is sent along. */
  entered: Readonly<Record<string, string>>;
}

/** Between a file or a text and a new draft: what was read, what each part is, and what becomes of it. */
export function ArrangePage({ arranging, imported, entered, ...page }: Props) {
  const { language, text, signedIn } = page;
  const { importing } = text.draft;
  const words = importing.arrange;
  const { faults, notes, languages } = imported;
  return (
    <ConsolePage {...page} wide onlyOnce title={words.title} path={ORGANISE.newPage.path}>
      <Refusal
        heading={importing.refused}
        why={arranging.isWanted && faults.length > 0 ? text.problems["import-invalid"] : undefined}
      >
        <ImportFaults faults={faults} />
      </Refusal>
      <h1>{words.title}</h1>
      <p class="lead">{words.intro}</p>
      <Form
        id="arrange"
        action={organisePath(ORGANISE.create, { lang: language })}
        token={signedIn.formToken}
        hidden={entered}
        checkedBy="server"
        file
      >
        <ArrangeFields {...{ arranging, languages }} />
        {arranging.isWanted || faults.length === 0 ? null : (
          <section aria-labelledby="faults-h">
            <h2 id="faults-h">{words.faults}</h2>
            <ImportFaults faults={faults} />
          </section>
        )}
        <ImportNotes notes={notes} />
        <Becoming imported={imported} />
        <p class="buttons">
          <button class="primary" type="submit" name="do" value="make">
            {words.make}
          </button>{" "}
          <a href={organisePath(ORGANISE.newPage, { lang: language })}>{words.back}</a>
        </p>
      </Form>
    </ConsolePage>
  );
}
