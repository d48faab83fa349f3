/** What the log says of proposals, of single ballots, and of what Kenes did with them by itself. */
export const acts = {
  "close-proposed": "Closing proposed",
  "export-proposed": "Export of single ballots proposed",
  "proposal-withdrawn": "Proposal taken back",
  "export-asked": "Export of single ballots asked for",
  "export-ready": "Export of single ballots made",
  "export-failed": "Export of single ballots failed",
  "export-deleted": "Files of the export deleted",
  "export-downloaded": "Single ballots downloaded",
  "purge-begun": "Deletion of the ballots begun",
  "ballots-purged": "All ballots deleted",
};

/** Names of what stands before and after those. */
export const actFields = {
  act: "what",
  proposedBy: "proposed by",
  confirmedBy: "confirmed by",
  release: "release",
  ballots: "ballots",
  public: "public",
  expert: "experts",
  part: "file",
  until: "until",
};
