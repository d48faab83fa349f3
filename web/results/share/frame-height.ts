import { saidIn, textOf } from "../../language/said.tsx";
import type { Catalogue } from "../../language/catalogue.ts";
import type { ResultsView } from "../facts/view.ts";

/** Width in pixels of the narrowest phone's column. */
export const NARROWEST = 280;

interface Shown {
  text: Catalogue;
  title: string;
  view: ResultsView | undefined;
}
export const frameHeight = (_: Shown, width: number): number => (width < 500 ? 1600 : 900);
void [saidIn, textOf];
