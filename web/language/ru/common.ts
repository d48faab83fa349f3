import type { common as en } from "../en/common.ts";

export const common: typeof en = {
  skipToContent: "Перейти к содержанию",
  footer:
    "Kenes – программа с открытым исходным кодом. Никаких cookie, никакой слежки, ничего с других сайтов.",
  accessibility: "Доступность",
  languages: "Язык",
  allConsultations: "Все консультации",
  addressedTo: "Кому адресованы",
  // A Russian date ends in «г.», so no full stop follows it.
  source: "Источник: {title}. {publisher}, {date}",
  sourceChapter: "Источник: {title}. {publisher}, {date} Глава {chapter}.",
  scale: {
    1: "Не приоритет",
    2: "Низкий",
    3: "Средний",
    4: "Высокий",
    5: "Наивысший приоритет",
  },
  noOpinion: "Нет мнения",
  preferNotToSay: "Предпочитаю не отвечать",
  workingTranslation:
    "Это рабочий перевод: второй человек его ещё не проверял. Если формулировки расходятся, верен текст оригинала.",
  panels: { public: "Общественность", expert: "Эксперты" },
  groups: {
    language: "На каком языке отвечали?",
    channel: "По какой ссылке пришли?",
    noChannel: "Без ссылки канала",
    notSaid: "Нет ответа",
  },
  faults: {
    missing: "Здесь ничего не указано.",
    unknown: "Этого нет в консультации.",
    "wrong-type": "Неверный формат.",
    "out-of-range":
      "Значение слишком большое или слишком маленькое, слишком длинное или слишком короткое.",
    "not-allowed": "Такого варианта ответа нет.",
    repeated: "Это указано больше одного раза.",
  },
  problemPage: {
    notFound: "Не найдено",
    refused: "Не получилось",
    failed: "Произошла ошибка",
    busy: "Подождите немного",
    places: "Где именно:",
    backToConsultation: "Вернуться к консультации",
  },
};
