import { pathOf, WHO_ASKS } from "../../domain/paths.ts";
import { Filled } from "../language/filled.tsx";
import { useReader } from "../language/reader.ts";
import { type Said, Wording } from "../language/said.tsx";

interface Props {
  id: string;
  /** Who asks; earlier consultations do not say. */
  name: Said | undefined;
  /** The id of what names the consultation, where there are several: heard alone, links of one name are one. */
  of?: string;
  /** Within another site's page: the link opens a page of its own. */
  embedded?: boolean;
}

/** Who asks, in short, and the way to all that there is to say of that. */
export function AskedBy({ id, name, of, embedded = false }: Props) {
  const { language, text } = useReader();
  const words = text.about.consultation;
  return (
    <p class="hint">
      {name === undefined ? null : (
        <>
          <Filled of={words.askedBy} values={{ name: <Wording of={name} /> }} />{" "}
        </>
      )}
      <a
        href={pathOf(WHO_ASKS, { id, lang: language })}
        {...(of !== undefined && { id: `asks-${id}`, "aria-labelledby": `asks-${id} ${of}` })}
        {...(embedded && { target: "_blank", rel: "noopener" })}
      >
        {words.title}
      </a>
    </p>
  );
}
