/** Gives the focus to what appears, so that it is read out and in sight. */
export const takeFocus = (element: HTMLElement | null): void => element?.focus();
