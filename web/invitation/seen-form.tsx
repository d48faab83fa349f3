import { ORGANISE, organisePath } from "../../domain/organiser/endpoints.ts";
import { Form } from "../form/form.tsx";
import { useReader } from "../language/reader.ts";
import type { SignedIn } from "../organiser/console-page.tsx";

export interface SeenProps {
  signedIn: SignedIn;
  consultation: string;
  group: string;
  turn: number;
}

/** Says that the codes of the open piece were received. */
export function SeenForm({
  signedIn,
  consultation,
  group,
  turn,
  primary = false,
}: SeenProps & { primary?: boolean }) {
  const { language, text } = useReader();
  return (
    <Form
      action={organisePath(ORGANISE.invitationPiece, { id: consultation, lang: language })}
      token={signedIn.formToken}
      hidden={{ group, turn, do: "seen" }}
    >
      <p>
        <button class={primary ? "primary" : "secondary"} type="submit">
          {text.invitation.pieces.seen}
        </button>
      </p>
    </Form>
  );
}
