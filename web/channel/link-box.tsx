import type { ComponentChildren } from "preact";
import { Field } from "../form/field.tsx";
import { QrCode } from "../invitation/qr-code.tsx";
import { useReader } from "../language/reader.ts";

interface Props {
  id: string;
  /** The id of the heading that says what the link is. */
  heading: string;
  /** What the picture is, for those who do not see it. */
  picture: string;
  address: string;
  /** The modules of the QR code of the address. */
  modules: readonly (readonly boolean[])[];
  children: ComponentChildren;
}

/** A link to copy, with its picture to print. */
export function LinkBox({ id, heading, picture, address, modules, children }: Props) {
  const words = useReader().text.channels;
  return (
    <div class="channel-link">
      <QrCode modules={modules} label={picture} />
      <Field id={id} label={words.link} describedBy={heading}>
        {(described) => (
          <>
            <input
              class="line-input"
              id={id}
              type="text"
              dir="ltr"
              readOnly
              value={address}
              {...described}
            />
            {children}
          </>
        )}
      </Field>
    </div>
  );
}
