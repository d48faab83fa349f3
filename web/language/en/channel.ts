/** The page with the links of a consultation's channels. */
export const channels = {
  title: "Channels and their links",
  section: "Channels",
  intro:
    "Each channel has a link of its own. Whoever comes by it and answers is counted as a group of the public, under the same rules as every other group.",
  known: [
    "The link names the channel and nobody who uses it. Everybody is told by which link they came, and can leave it out.",
    "Nobody else can make such a link: it carries this installation’s signature. But anybody can pass it on, so the figures say by which link people came and not whom a channel reached.",
    "An expert’s answers are not counted by link.",
  ],
  link: "Link to copy",
  picture: "QR code with this link",
  came: "Answers that came by it, as published: {count}",
  without: "Answers that came without a channel link, as published: {count}",
  none: "This consultation has no channels. They can be set only in its draft, before it opens.",
  toDraft: "To the draft",
};
