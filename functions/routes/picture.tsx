import { renderToString } from "preact-render-to-string";
import { calendarAt } from "../../domain/consultation/calendar.ts";
import { PICTURE } from "../../domain/paths.ts";
import { ConsultationPicture } from "../../web/home/consultation-picture.tsx";
import { headed } from "../../web/respondent/localize.ts";
import { hasPicture } from "../../web/respondent/consultation-head.ts";
import type { App } from "../http/environment.ts";
import { pageProps, problemAnswer } from "../http/answers.tsx";
import { hasThis } from "../http/etag.ts";
import { pngOf } from "../picture/png.ts";
import { sha256 } from "../secrets.ts";
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
    // By what is drawn: whoever has it is answered without making it again.
    const tag = sha256(drawing);
    const headers = {
      ETag: `"${tag}"`,
      "Cache-Control": "public, max-age=3600",
      Vary: "Accept-Language",
    };
    if (hasThis(context.req.raw, tag)) {
      return new Response(null, { status: 304, headers });
    }
    const png = await pngOf(drawing, 1);
    return new Response(png, { headers: { ...headers, "Content-Type": "image/png" } });
  });
}
