import { renderToString } from "preact-render-to-string";
import { calendarAt } from "../../domain/consultation/calendar.ts";
import { PICTURE } from "../../domain/paths.ts";
import { ConsultationPicture } from "../../web/home/consultation-picture.tsx";
import { headed } from "../../web/respondent/localize.ts";
import { hasPicture } from "../../web/respondent/consultation-head.ts";
import type { App } from "../http/environment.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import { previewAnswer } from "../picture/preview-answer.ts";
import type { Services } from "../services.ts";

/** The picture in previews of links to a consultation; none where taking part may be dangerous. */
export function pictureRoutes(app: App, services: Services): void {
  app.get(PICTURE, async (context) => {
    const known = context.get("known");
    const { definition: consultation } = known;
    const { language, text } = pageProps(services, context.req.raw, consultation.languages);
    if (!hasPicture(headed(consultation, { language, text }))) {
      return problemAnswer(context, services, { problem: "page-unknown" });
    }
    const calendar = calendarAt(known, undefined, services.now());
    const drawing = renderToString(
      <ConsultationPicture {...{ language, text, consultation, calendar }} />,
    );
    return previewAnswer(context.req.raw, drawing);
  });
}
