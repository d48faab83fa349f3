/** A feed that the head of a page names, where feed readers look for it. */
export interface FeedLink {
  type: string;
  address: string;
  title: string;
}
