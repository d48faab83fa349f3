/**
 * The three tables, one for each risk: `ballots` holds answers and feeds the tally, `main` holds
 * everything else that must last, `ephemeral` what must not live in any backup. Both hostings make
 * their tables from this.
 */
export interface TableShape {
  partitionKey: string;
  sortKey: string;
  /** Stream of old and new images, for counting. */
  stream: boolean;
  /** Point-in-time recovery and deletion protection. */
  durable: boolean;
  /** Name of the attribute after whose time (epoch seconds) an item disappears by itself. */
  expiry?: string;
}

/** How long every DynamoDB keeps a change in a stream, in seconds; nothing shortens it. */
export const STREAM_SECONDS = 24 * 60 * 60;

export const TABLES = {
  ballots: { partitionKey: "pk", sortKey: "sk", stream: true, durable: true },
  main: { partitionKey: "pk", sortKey: "sk", stream: false, durable: true },
  ephemeral: {
    partitionKey: "pk",
    sortKey: "sk",
    stream: false,
    durable: false,
    expiry: "expiresAt",
  },
} as const satisfies Record<string, TableShape>;

export type TableName = keyof typeof TABLES;
