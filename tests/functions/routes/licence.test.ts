import { expect, test } from "vitest";
import { API, apiPath } from "../../../domain/api.ts";
import { type LicenceId, LICENCES } from "../../../domain/consultation/licence.ts";
import type { Consultation } from "../../../domain/consultation/definition.ts";
import { readConsultation } from "../../../domain/consultation/read-definition.ts";
import { definitionOf } from "../../../domain/draft/definition-of.ts";
import { draftOf } from "../../../domain/draft/draft-of.ts";
import { FEED_ATOM, pathOf, RESULTS, SHARE } from "../../../domain/paths.ts";
import { createApp } from "../../../functions/app.ts";
import { DEFINITION, twoReleases } from "../download/two-releases.ts";

/* Under what results may be used, as their organisers say it, wherever it is said. */

const OURS: Consultation["licence"][] = [undefined, "CC0-1.0", "CC-BY-SA-4.0"];

test.each(OURS)(
  "licence %s stands on pages, charts, feeds and in every file, and no other",
  async (licence) => {
    const definition = { ...DEFINITION, ...(licence !== undefined && { licence }) };
    const id: LicenceId = licence ?? "CC-BY-4.0";
    const { name, address } = LICENCES[id];
    const others = Object.values(LICENCES).filter((one) => one.name !== name);
    const { services } = await twoReleases(definition);
    const app = createApp(services);
    const text = async (path: string) => (await app.request(path)).text();
    const file = (name: string) => text(`${apiPath(API.release, definition.id, 2)}/${name}`);
    const results = pathOf(RESULTS, { id: definition.id });
    const said = {
      share: [await text(pathOf(SHARE, { id: definition.id, lang: "en" })), address],
      chart: [await text(`${results}/overview.svg?lang=ru`), `${name}.`],
      specification: [await text(`${results}/overview.vl.json?lang=kk`), `"licence": "${name}"`],
      feed: [
        await text(pathOf(FEED_ATOM, { id: definition.id })),
        `rel="license" href="${address}"`,
      ],
      readme: [await file("README.md"), address],
      package: [await file("datapackage.json"), `"name": "${id}"`],
      citation: [await file("CITATION.cff"), `license: ${id}\n`],
      reference: [await file("citation.bib"), `. ${name}}`],
      comparison: [await text(`${apiPath(API.compareCsv, definition.id)}?lang=en`), `,${name},`],
    };
    for (const [where, [whole, part]] of Object.entries(said)) {
      expect(whole, where).toContain(part);
      for (const other of others) {
        expect(whole, where).not.toContain(other.address);
        // "CC BY 4.0" is no part of "CC BY-SA 4.0".
        expect(whole, where).not.toContain(other.name);
      }
    }
  },
);

test("a draft keeps it, and one that lets not everybody use the figures is refused", () => {
  for (const licence of OURS) {
    const definition = { ...DEFINITION, ...(licence !== undefined && { licence }) };
    const made = definitionOf(draftOf(definition));
    expect("consultation" in made && made.consultation.licence).toBe(licence);
  }
  const read = readConsultation({ ...DEFINITION, licence: "CC-BY-NC-4.0" });
  expect(read).toMatchObject({ faults: [{ pointer: "/licence" }] });
});
