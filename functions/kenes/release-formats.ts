import type { Consultation } from "../../domain/consultation/definition.ts";
import { ZIP_FILE } from "../../domain/release/public-tables.ts";
import { RESULT_COLUMNS, resultRows } from "../../domain/release/results-table.ts";
import { SEGMENT_COLUMNS, segmentRows } from "../../domain/release/segments-table.ts";
import { csv } from "../csv.ts";
import { Complaint } from "../local/complaint.ts";
import type { PublishedRelease, PublishedReleases } from "../memory/releases.ts";

/** A release of a consultation, and under which address people know whoever publishes it. */
interface Released {
  consultation: Consultation;
  found: PublishedRelease;
  published: PublishedReleases;
  url: string | undefined;
}

/** Text that can be printed. */
type Printed = (found: PublishedRelease) => string;
export const PRINTED: Record<string, Printed> = {
  json: ({ text }) => text,
  csv: ({ release }) => csv([[...RESULT_COLUMNS], ...resultRows(release)]),
  "segments.csv": ({ release }) => csv([[...SEGMENT_COLUMNS], ...segmentRows(release)]),
};

/** Files that go to a folder alone: each by the ending of its name. Loaded when they are asked for, since they take long. */
type Written = (released: Released) => Promise<[ending: string, bytes: Uint8Array][]>;
export const WRITTEN: Record<string, Written> = {
  async xlsx(released) {
    const { workbookFile } = await import("../download/workbook-file.ts");
    const of = { ...released, origin: originOf(released) };
    const files: [string, Uint8Array][] = [];
    for (const language of of.consultation.languages) {
      files.push([`${language}.xlsx`, await workbookFile(of, language, "all")]);
    }
    return files;
  },
  async zip(released) {
    const { releaseFile } = await import("../download/files.ts");
    return [["zip", await releaseFile(ZIP_FILE, { ...released, origin: originOf(released) })]];
  },
};

/** What stands in these files as the address of the results. */
function originOf({ url }: Released): string {
  if (url !== undefined) return new URL(url).origin;
  throw new Complaint("the address of the results stands in this file: say it by PUBLIC_URL");
}
