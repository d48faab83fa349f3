// saxen comes without types: what is used of it, as its README describes it.
declare module "saxen" {
  type Decode = (text: string) => string;
  export class Parser {
    on(
      event: "openTag",
      handle: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): void;
    on(event: "closeTag", handle: (name: string) => void): void;
    on(event: "text" | "attention", handle: (text: string, decode: Decode) => void): void;
    on(event: "cdata", handle: (text: string) => void): void;
    on(event: "error", handle: (failure: Error) => void): void;
    parse(source: string): void;
  }
}
