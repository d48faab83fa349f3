/** What stands in a page itself, so that whoever opens it for the first time asks for nothing else. */
export interface Inline {
  style: string;
  script: string;
  /** As a content policy names each of them: by a hash of its text. */
  allowed: { style: string; script: string };
}

/** Where the built files of the pages are: addresses with a hash in their name, kept for ever. */
export interface Assets {
  /** Style and script of the rate page, as texts. */
  rateInline: Inline;
  style: string;
  resultsStyle: string;
  consoleStyle: string;
  paperStyle: string;
  invitingStyle: string;
  ledgerStyle: string;
  readingStyle: string;
  rateScript: string;
  workScript: string;
  resultsScript: string;
  shareScript: string;
  organiseScript: string;
}
