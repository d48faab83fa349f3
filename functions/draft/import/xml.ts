import { Parser } from "saxen";

/** What a reader of a part does with it; names are without their prefix. */
export interface XmlReader {
  open?: (name: string, attributes: Record<string, string>) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}

/**
 * Reads a part of a spreadsheet from its beginning to its end. Throws at whatever is not well-formed,
 * and at a document type: no spreadsheet has one, and it could declare entities.
 */
export function readXml(source: string, { open, close, text }: XmlReader): void {
  const parser = new Parser();
  const local = (name: string) => name.slice(name.indexOf(":") + 1);
  parser.on("openTag", (name, attributes, decode) => {
    const own = Object.entries(attributes()).map(([key, value]) => [key, decode(value)] as const);
    open?.(local(name), Object.fromEntries(own));
  });
  parser.on("closeTag", (name) => close?.(local(name)));
  parser.on("text", (value, decode) => text?.(decode(value)));
  parser.on("cdata", (value) => text?.(value));
  parser.on("attention", () => {
    throw new SyntaxError("a document type is not taken");
  });
  parser.on("error", (failure) => {
    throw failure;
  });
  parser.parse(source);
}
