/**
 * Most bytes of a request's body, and of an answer, on both hostings. A function of AWS is given at most 6 MB in all, and gives no more:
 * of bytes three quarters, since they are written in base 64, and less what the headers take.
 */
export const MOST_BODY = 4_400_000;

/** Most bytes of a form of the console: a sign-in that carries it along is larger by itself. */
export const MOST_FORM = MOST_BODY - 100_000;
