/** The page on which a bad translation is reported. */
export const translation = {
  title: "Report a bad translation",
  intro:
    "Is a text wrong, hard to understand or clumsy? Tell the organisers, and say how to put it better.",
  answersStay:
    "If you have begun to answer, your answers are not lost: they are still in the tab or window you came from.",
  languages: "Language; what you have entered is kept",
  language:
    "Language of the text: {language}. If you mean another language, switch to it at the top of the page; what you have entered is kept.",
  place: "Which text do you mean?",
  choose: "Choose",
  groups: { page: "Consultation page", about: "Questions about you" },
  places: {
    page: "The whole page, or its buttons and hints",
    summary: "Title and summary",
  },
  privacyHeading: "Before you write",
  nothingPersonal: "Please write nothing about yourself or about other people.",
  kept: "Only your text, its language, the part of the page it is about and the day are stored. The organisers read them. Your report changes nobody’s answers and is not linked to any.",
  text: "What is wrong, and how should it be said?",
  textHint: "From {least} to {most} characters.",
  send: "Send the report",
  errorHeading: "Your report has not been stored",
  placeWrong: "Choose which text you mean.",
  textShort: "Write what is wrong and how it should be said, in at least {least} characters.",
  textLong: "Shorten your text to {most} characters: it has {count} now.",
  storedTitle: "Thank you, your report is stored",
  storedNext:
    "The organisers can read it now. If you came here while answering, close this page and go on where you stopped.",
  another: "Report another text",
};
