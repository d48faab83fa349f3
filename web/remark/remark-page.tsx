import type { ComponentChildren } from "preact";
import type { Consultation } from "../../domain/consultation/definition.ts";
import { pathOf, RATE } from "../../domain/paths.ts";
import type { Reader } from "../language/reader.ts";
import { saidIn, Wording } from "../language/said.tsx";
import type { Assets } from "../page/assets.ts";
import { headed } from "../respondent/localize.ts";
import { RespondentPage } from "../respondent/respondent-page.tsx";

export interface RemarkPageProps extends Reader {
  assets: Assets;
  origin: string;
  consultation: Consultation;
}

interface Props extends RemarkPageProps {
  title: string;
  lead: string;
  path: string;
  children: ComponentChildren;
  /** Where else one may go, each an item of a list; back to the consultation in any case. */
  ways: ComponentChildren;
}

/** A public page about what respondents wrote. */
export function RemarkPage({ title, lead, path, children, ways, ...props }: Props) {
  const { language, text, assets, origin, consultation } = props;
  return (
    <RespondentPage
      {...{ language, text, assets, origin, path }}
      consultation={headed(consultation, props)}
      name={title}
    >
      <p class="hint">
        <Wording of={saidIn(props, consultation, consultation.title)} />
      </p>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {children}
      <ul class="ways">
        {ways}
        <li>
          <a href={pathOf(RATE, { id: consultation.id, lang: language })}>
            {text.common.problemPage.backToConsultation}
          </a>
        </li>
      </ul>
    </RespondentPage>
  );
}
