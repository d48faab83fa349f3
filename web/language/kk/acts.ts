import type { acts as en, actFields as enFields } from "../en/acts.ts";

/** What the log says of proposals, of single ballots, and of what Kenes did with them by itself. */
export const acts: typeof en = {
  "close-proposed": "Жабу ұсынылды",
  "export-proposed": "Жеке бюллетеньдерді жүктеп алу ұсынылды",
  "proposal-withdrawn": "Ұсыныс қайтарып алынды",
  "export-asked": "Жеке бюллетеньдер файлы сұралды",
  "export-ready": "Жеке бюллетеньдер файлы дайын",
  "export-failed": "Жеке бюллетеньдер файлын жасау мүмкін болмады",
  "export-deleted": "Жүктелетін файлдар өшірілді",
  "export-downloaded": "Жеке бюллетеньдер жүктеп алынды",
  "purge-begun": "Бюллетеньдерді өшіру басталды",
  "ballots-purged": "Барлық бюллетень өшірілді",
};

/** Names of what stands before and after those. */
export const actFields: typeof enFields = {
  act: "әрекет",
  proposedBy: "ұсынған",
  confirmedBy: "растаған",
  release: "жарияланым",
  ballots: "бюллетеньдер",
  public: "көпшілік",
  expert: "сарапшылар",
  part: "файл",
  until: "мерзімі",
};
