/** What programs that open a drawing understand differently, or not at all; each was seen in one of them. */
export const NOT_EVERYWHERE =
  /<style|class=|style=|<svg[^>]*<svg|<marker|<use|<tspan|direction=|baseline|paint-order|textLength|href|url\(|var\(|currentColor|@|(?:x|y|x1|x2|width|height)="[^"]*%"/;
