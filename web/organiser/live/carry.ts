/** Before the name of a field that is carried over a sign-in: nothing of the page's own has such a name. */
export const CARRY = "carry.";
