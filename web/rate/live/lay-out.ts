/** Lays out the cards and questions that are not in sight, one in each frame; the stylesheet says why. */
export function layOutOneByOne(form: HTMLFormElement): void {
  const waiting = [...form.querySelectorAll<HTMLElement>(".card-body, .later")];
  const next = () => {
    const body = waiting.shift();
    if (body === undefined) return;
    body.style.setProperty("content-visibility", "visible");
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}
