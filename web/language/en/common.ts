export const common = {
  skipToContent: "Skip to content",
  footer: "Kenes is open-source software. No cookies, no trackers, nothing from other sites.",
};
