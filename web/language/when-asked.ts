/** Gives an object a property whose value is made when it is first read, and kept. */
export function whenAsked<On extends object>(on: On, name: string, make: () => unknown): void {
  Object.defineProperty(on, name, {
    configurable: true,
    enumerable: true,
    get() {
      const value = make();
      Object.defineProperty(on, name, { value, enumerable: true, writable: true });
      return value;
    },
  });
}
