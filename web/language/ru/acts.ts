import type { acts as en, actFields as enFields } from "../en/acts.ts";

/** What the log says of proposals, of single ballots, and of what Kenes did with them by itself. */
export const acts: typeof en = {
  "close-proposed": "Предложено закрытие",
  "export-proposed": "Предложена выгрузка отдельных бюллетеней",
  "proposal-withdrawn": "Предложение отозвано",
  "export-asked": "Запрошена выгрузка отдельных бюллетеней",
  "export-ready": "Выгрузка отдельных бюллетеней готова",
  "export-failed": "Выгрузка отдельных бюллетеней не удалась",
  "export-deleted": "Файлы выгрузки удалены",
  "export-downloaded": "Скачаны отдельные бюллетени",
  "purge-begun": "Начато удаление бюллетеней",
  "ballots-purged": "Все бюллетени удалены",
};

/** Names of what stands before and after those. */
export const actFields: typeof enFields = {
  act: "действие",
  proposedBy: "предложил(а)",
  confirmedBy: "подтвердил(а)",
  release: "выпуск",
  ballots: "бюллетени",
  public: "общественность",
  expert: "эксперты",
  part: "файл",
  until: "до",
};
