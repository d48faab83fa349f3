import type { organise as en } from "../en/organise.ts";

export const organise: typeof en = {
  page: {
    console: "Ұйымдастырушылар кабинеті",
    consultations: "Сіздің талқылауларыңыз",
    signOut: "Шығу",
    footer:
      "Kenes – бастапқы коды ашық бағдарлама. Бұл кабинет қайта-қайта кірмеуіңіз үшін бір cookie файлын сақтайды; қатысушыларға арналған беттер бірде-бірін сақтамайды.",
  },
  sections: { team: "Команда", log: "Журнал" },
  roles: {
    owner: "Ие",
    editor: "Редактор",
    moderator: "Модератор",
    analyst: "Талдаушы",
    viewer: "Бақылаушы",
  },
};
