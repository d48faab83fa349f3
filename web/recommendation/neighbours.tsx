import type { Consultation } from "../../domain/consultation/definition.ts";
import { pathOf, RECOMMENDATION, RESULTS } from "../../domain/paths.ts";
import { useReader } from "../language/reader.ts";
import { saidIn, unmarked, Wording } from "../language/said.tsx";

interface Props {
  consultation: Pick<Consultation, "id" | "languages" | "recommendations">;
  code: string;
}

/** The recommendations before and after one in the report, and the way back to all of them. */
export function Neighbours({ consultation, code }: Props) {
  const reader = useReader();
  const { language, text } = reader;
  const { id, recommendations } = consultation;
  const words = text.recommendation.others;
  const place = recommendations.findIndex((one) => one.code === code);
  const link = (
    name: string,
    rel: "prev" | "next",
    one: (typeof recommendations)[number] | undefined,
  ) =>
    one === undefined ? null : (
      <p>
        {`${name}: `}
        <a href={pathOf(RECOMMENDATION, { id, code: one.code, lang: language })} rel={rel}>
          <Wording of={unmarked(saidIn(reader, consultation, one.title))} />
        </a>{" "}
        <span class="code">{one.code}</span>
      </p>
    );
  return (
    <nav class="neighbours" aria-label={words.label}>
      {link(words.before, "prev", recommendations[place - 1])}
      {link(words.after, "next", recommendations[place + 1])}
      <p>
        <a href={pathOf(RESULTS, { id, lang: language })}>{text.share.whole}</a>
      </p>
    </nav>
  );
}
