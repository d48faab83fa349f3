import type { charts as en } from "../en/results-charts.ts";

export const charts: typeof en = {
  overview: {
    heading: "Все рекомендации сразу",
    caption:
      "Круги – средние оценки общественности, ромбы – экспертов. Жирная линия соединяет их там, где различие больше случайного.",
    rankBar: "Полоса справа – пределы, в которых место могло бы оказаться {cause}.",
    ranks: { public: "Место у общественности", expert: "Место у экспертов" },
    short: "Средняя оценка общественности (круг) и экспертов (ромб); пределы места",
  },
  ratings: {
    one: "около {count} оценки",
    other: "около {count} оценок",
  },
  ratingsExact: {
    one: "{count} оценка",
    few: "{count} оценки",
    other: "{count} оценок",
  },
  n: { about: "n\u00a0≈\u00a0{n}", exact: "n\u00a0=\u00a0{n}" },
  chart: {
    label:
      "{panel}: средняя оценка {mean} по шкале от 1 до 5, интервал от {low} до {high}, {ratings}.",
    labelMean: "{panel}: средняя оценка {mean} по шкале от 1 до 5, {ratings}.",
    low: "ниже",
    high: "выше",
    caption: {
      nearest: {
        public: "Средняя оценка общественности ближе всего к варианту «{point}».",
        expert: "Средняя оценка экспертов ближе всего к варианту «{point}».",
      },
    },
    table: "Показатели таблицей",
    download: "График в формате SVG",
    downloadNamed: "График {code} в формате SVG",
    source: "{title}. Выпуск {number}, {moment}. Kenes, {path}",
    caveat: "Отвечали желающие: погрешность для всего населения указать нельзя.",
  },
  spread: {
    label: "{panel}, {ratings}: {points}.",
    point: "{point} – {count}",
    bands: { low: "1 или 2", medium: "3", high: "4 или 5" },
    partly: "Части меньше 10 человек не нарисованы.",
    hidden: "Распределение оценок скрыто.",
  },
  table: {
    heading: "Все показатели",
    caption: "Выпуск {number}: все рекомендации в порядке, выбранном выше",
    recommendation: "Рекомендация",
    panel: "Группа",
    rated: "Оценили",
    mean: "Средняя оценка",
    interval: "Интервал",
    rank: "Место",
    ranks: "Пределы места",
    leaning: "Словами",
    high: "4\u00a0или\u00a05",
    low: "1\u00a0или\u00a02",
    disagreement: "D",
    first: "В первую очередь",
    noOpinion: "Нет мнения",
    skipped: "Пропустили",
  },
};
