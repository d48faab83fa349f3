import type { common as en } from "../en/common.ts";

export const common: typeof en = {
  skipToContent: "Негізгі мазмұнға өту",
  footer:
    "Kenes – ашық бастапқы кодты бағдарлама. Cookie де, бақылау да, басқа сайттардан алынған ештеңе де жоқ.",
  accessibility: "Қолжетімділік",
  languages: "Тіл",
  allConsultations: "Барлық талқылау",
  addressedTo: "Кімге арналған",
  source: "Дереккөз: {title}. {publisher}, {date}.",
  sourceChapter: "Дереккөз: {title}. {publisher}, {date}. {chapter}-тарау.",
  scale: {
    1: "Басымдық емес",
    2: "Төмен",
    3: "Орташа",
    4: "Жоғары",
    5: "Ең жоғары басымдық",
  },
  noOpinion: "Пікірім жоқ",
  preferNotToSay: "Айтқым келмейді",
  workingTranslation:
    "Бұл – жұмыс аудармасы: оны екінші адам әлі тексерген жоқ. Мәтіндер бір-біріне сәйкес келмесе, түпнұсқа негізге алынады.",
  panels: { public: "Көпшілік", expert: "Сарапшылар" },
  groups: {
    language: "Қай тілде жауап берді?",
    channel: "Қай сілтемемен келді?",
    noChannel: "Арна сілтемесінсіз",
    notSaid: "Жауап берілмеген",
  },
  faults: {
    missing: "Мұнда ештеңе көрсетілмеген.",
    unknown: "Бұл талқылауда мұндай тармақ жоқ.",
    "wrong-type": "Пішімі дұрыс емес.",
    "out-of-range": "Мән тым үлкен не тым кіші, тым ұзын не тым қысқа.",
    "not-allowed": "Мұндай жауап нұсқасы жоқ.",
    repeated: "Бұл бірнеше рет көрсетілген.",
  },
  problemPage: {
    notFound: "Табылмады",
    refused: "Орындалмады",
    failed: "Қате шықты",
    busy: "Сәл күте тұрыңыз",
    places: "Қай жерде:",
    backToConsultation: "Талқылауға оралу",
  },
};
