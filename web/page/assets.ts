/** Where the built files of the pages are: addresses with a hash in their name, kept for ever. */
export interface Assets {
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
