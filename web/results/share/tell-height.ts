/** The step of heights: a finer one could tell the page around which letters a reader has. */
const STEP = 16;

/**
 * Tells the page around this one how high it is, and nothing else: what is in it, everybody may read, and
 * how wide it is, that page decides. Whose page it is, nobody here knows: so it is told to any.
 */
export function tellHeight(): void {
  let told = 0;
  const tell = () => {
    const { bottom } = document.querySelector("main")!.getBoundingClientRect();
    const height = Math.ceil((bottom + scrollY) / STEP + 1) * STEP;
    if (height === told) return;
    told = height;
    parent.postMessage({ kenesHeight: height }, "*");
  };
  new ResizeObserver(tell).observe(document.body);
}
