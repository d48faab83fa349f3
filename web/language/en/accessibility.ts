/** The accessibility statement. */
export const accessibility = {
  title: "Accessibility",
  intro:
    "Everyone whom a consultation concerns should be able to answer it and to read its results. This page says what we aim at, what has been tested, what has not, and what you can do if something does not work for you.",
  aimHeading: "What we aim at",
  aim: "Every page is meant to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, in all three languages, with JavaScript and without it. Whether the pages meet them fully, we do not know: the tests so far leave gaps, which are listed below.",
  testedHeading: "What has been tested",
  testedHow:
    "Programs tested the pages on which people answer, in a real browser (Chromium). The tests are part of the software. For this statement they were revised and run on {day}.",
  tested: [
    "The rules that the program axe-core can check: at every step of answering, in three languages, on narrow and wide screens, in light and dark colours.",
    "Answering with the keyboard alone, from the first recommendation to the receipt. The order follows the page, and one always sees where one is.",
    "Enlarging: the whole page to 400 %, the text alone to 200 %, and more space between letters, words and lines. Nothing is cut off, and nothing but tables has to be scrolled sideways.",
    "The size of everything that can be pressed, in three fonts that a device may have; forced colours, as the browser imitates them; and pages without movement for those who have chosen less of it.",
    "Errors: each is announced, and a link leads to the field that it is about.",
  ],
  notTestedHeading: "What has not been tested",
  notTested: [
    "People who use a screen reader, a screen magnifier or voice control have not tried the pages yet.",
    "The pages have not been tried with JAWS, NVDA, VoiceOver or TalkBack.",
    "No outside auditor has examined them.",
    "Safari, Firefox and real phones are not part of the tests.",
    "Nobody has tested how easy the texts are for people who find reading hard.",
  ],
  limitsHeading: "Limits that we know of",
  limits: [
    "The Russian and Kazakh texts are working translations: a second person has not checked them all.",
    "While you answer, the title of the page stays the same on purpose, so that the browser’s history does not show what you did. The title therefore names neither the step nor an error. The heading and the message on the page do.",
    "The writing in the charts of the results is small, and does not grow where only text is enlarged. The same figures stand in words and in tables on that page. The table of all figures is wider than a narrow screen and is scrolled sideways by itself.",
    "The paper form has one size of print. If you save it as a PDF, we do not know in which order a screen reader reads it.",
    "Some steps need JavaScript: keeping a draft, copying the receipt or saving it as a file. Without it, you write the receipt down or copy it yourself.",
  ],
  helpHeading: "If something does not work for you",
  withoutScript:
    "Try the page with JavaScript switched off in your browser. Everything that is needed to answer works without it, and nothing on the page changes by itself.",
  onPaper:
    "Answer on paper, alone or with the help of somebody whom you trust. The form can be printed for as long as a consultation takes answers.",
  paperFor: "Paper form: {title}",
  tell: "Tell the organiser of the consultation what did not work, and with which device and program. Kenes is only the software: it has no contact address of its own.",
};
