/**
 * Words in drawings that stand on one another, or run out of the page or of their picture: a drawing
 * does not wrap by itself, and how long a word is hangs on the font.
 */
export function crowdedCharts(): string[] {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll<SVGSVGElement>("svg:not(svg svg)")].flatMap((svg) => {
    const texts = [...svg.querySelectorAll("text")].filter((one) => one.checkVisibility());
    const words = texts.map((one) => ({
      said: one.textContent,
      box: one.getBoundingClientRect(),
    }));
    const edge = Math.min(width, svg.matches(".chart") ? width : svg.getBoundingClientRect().right);
    return words.flatMap(({ said, box }, place) => {
      const out = box.left < -1 || box.right > edge + 1 ? [`runs out: ${said}`] : [];
      const upon = words.slice(place + 1).filter((other) => {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // A box of text has room above and below the letters, which two lines may share.
        return across > 1 && down > 0.35 * Math.min(box.height, other.box.height);
      });
      return [...out, ...upon.map((other) => `on one another: ${said}, ${other.said}`)];
    });
  });
}
