import type { charts as en } from "../en/results-charts.ts";

export const charts: typeof en = {
  overview: {
    heading: "Барлық ұсыным бірден",
    caption:
      "Дөңгелектер – көпшіліктің, ромбылар – сарапшылардың орташа бағасы. Айырмашылық кездейсоқтықтан үлкен жерде оларды қалың сызық қосады.",
    rankBar: "Оң жақтағы жолақ – орын {cause} өзгере алатын шектер.",
    ranks: { public: "Көпшіліктегі орны", expert: "Сарапшылардағы орны" },
    short: "Көпшіліктің (дөңгелек) және сарапшылардың (ромб) орташа бағасы; орынның шектері",
  },
  ratings: { other: "шамамен {count} баға" },
  ratingsExact: { other: "{count} баға" },
  n: { about: "n\u00a0≈\u00a0{n}", exact: "n\u00a0=\u00a0{n}" },
  chart: {
    label:
      "{panel}: 1-ден 5-ке дейінгі шкала бойынша орташа баға – {mean}, аралық – {low}–{high}, {ratings}.",
    labelMean: "{panel}: 1-ден 5-ке дейінгі шкала бойынша орташа баға – {mean}, {ratings}.",
    low: "төмен",
    high: "жоғары",
    caption: {
      nearest: {
        public: "Көпшіліктің орташа бағасына ең жақыны – «{point}».",
        expert: "Сарапшылардың орташа бағасына ең жақыны – «{point}».",
      },
    },
    table: "Көрсеткіштер кесте түрінде",
    download: "График (SVG)",
    downloadNamed: "{code} графигі (SVG)",
    source: "{title}. {number}-жарияланым, {moment}. Kenes, {path}",
    caveat: "Қалағандар жауап берді: бүкіл халыққа қатысты қателік шегін көрсету мүмкін емес.",
  },
  spread: {
    label: "{panel}, {ratings}: {points}.",
    point: "{point} – {count}",
    bands: { low: "1 не 2", medium: "3", high: "4 не 5" },
    partly: "10 адамға жетпейтін бөліктер салынбаған.",
    hidden: "Бағалардың үлестірілуі жасырылған.",
  },
  table: {
    heading: "Барлық көрсеткіш",
    caption: "{number}-жарияланым: барлық ұсыным, жоғарыда таңдалған ретпен",
    recommendation: "Ұсыным",
    panel: "Топ",
    rated: "Бағалағандар",
    mean: "Орташа баға",
    interval: "Аралық",
    rank: "Орны",
    ranks: "Орнының шегі",
    leaning: "Сөзбен",
    high: "4\u00a0не\u00a05",
    low: "1\u00a0не\u00a02",
    disagreement: "D",
    first: "Бірінші кезекте",
    noOpinion: "Пікірі жоқ",
    skipped: "Өткізіп жібергендер",
  },
};
