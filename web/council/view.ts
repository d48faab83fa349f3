import type { Standing } from "../../domain/consultation/listing.ts";
import type { CouncilAddressee } from "../../domain/council/council.ts";

/** How far the answers to one consultation are; there is nothing to count before its first release. */
export interface Answered {
  recommendations: number;
  answered: number;
  madeUp: boolean;
}

/** One page of a list, and of how many. */
interface Paged<One> {
  shown: readonly One[];
  page: number;
  pages: number;
}

export interface CouncilView {
  /** What takes answers first, then what is coming, then what has closed. */
  consultations: Paged<Standing>;
  addressees: Paged<CouncilAddressee>;
  /** By consultation. */
  answered: ReadonlyMap<string, Answered>;
  /** Every consultation that an addressee on the page is asked in. */
  asking: ReadonlyMap<string, Standing["definition"]>;
}
