import type { organise as en } from "../en/organise.ts";

export const organise: typeof en = {
  page: {
    console: "Кабинет организаторов",
    consultations: "Ваши консультации",
    signOut: "Выйти",
    footer:
      "Kenes – программа с открытым исходным кодом. Этот кабинет сохраняет один файл cookie, чтобы вам не приходилось входить заново; страницы для участников не сохраняют ни одного.",
  },
  sections: { team: "Команда", log: "Журнал" },
  roles: {
    owner: "Владелец",
    editor: "Редактор",
    moderator: "Модератор",
    analyst: "Аналитик",
    viewer: "Наблюдатель",
  },
};
