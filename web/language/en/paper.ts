/** The form to be printed and filled in by hand. */
export const paper = {
  title: "Paper form",
  howToPrint:
    "To print this form, press Ctrl+P or choose “Print” in your browser’s menu. It is made for A4 paper and holds one language; if you need another language, choose it first.",
  purpose: "On this form you can mark how urgent you think each recommendation is.",
  forOrganisers: "For the organisers",
  batch: "Batch number",
  sheet: "Sheet number",
  fillingHeading: "How to fill in the form",
  filling: [
    "Put one cross (×) in the row of boxes under each recommendation, and one under each question about you.",
    "You can leave out any recommendation and any question.",
    "If you make a mistake, fill in the wrong box completely and put a cross in another one.",
  ],
  notWriteHeading: "What not to write",
  notWrite: "Do not write your name or address anywhere on this form, and do not sign it.",
  afterwardsHeading: "What happens to your answers",
  afterwards:
    "The answers on this form will be typed in on the website. Whoever sends answers through the website gets a receipt, with which they can be changed or withdrawn. If you answer on paper, you have no receipt: you will not be able to change or withdraw your answers later.",
  scaleHeading: "What the boxes mean",
  scale:
    "The number says how urgent a recommendation is. If a row has no cross in it, the recommendation counts as skipped.",
  firstHint:
    "Write down the codes of up to three recommendations: the code stands before the title. You can leave this out.",
  thanks: "Thank you for your answers",
  results:
    "The results are published on the website of the consultation. The address of the page ends in:",
};
