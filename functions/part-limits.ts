/** How long the parts that an installation is made of may take: a part that hangs is a failure, and told as one. */

export interface PartLimits {
  /** Until a connection stands, in ms. */
  connectMs: number;
  /** Until an answer begins, in ms. */
  answerMs: number;
  /** How often the SDK tries in all. What it sends again is either conditional or carries a token, and is done once. */
  attempts: number;
}

/** On one machine, where a database that has much to do is slow: together under 32 s. */
export const ON_ONE_MACHINE: PartLimits = { connectMs: 2_000, answerMs: 10_000, attempts: 3 };

/** In a function of ten seconds: together under 8 s. */
export const IN_A_FUNCTION: PartLimits = { connectMs: 1_000, answerMs: 2_000, attempts: 3 };

/** An answer that has begun and on which nothing moves for this long, in ms, is given up. */
const STALLED_MS = 10_000;

/** How long files may take to be written, which may be large, in ms. */
export const WRITE_MS = 60_000;

/** By when an answer to a request is made, in ms; else it is a refusal, which comes before whoever waits gives up. */
export const ANSWER_BY = { onOneMachine: 40_000, inAFunction: 8_500 };

/** What a client of the SDK is made with. Without `throwOnRequestTimeout` it only warns, and waits for ever. */
export const clientLimits = ({ connectMs, answerMs, attempts }: PartLimits) => ({
  maxAttempts: attempts,
  requestHandler: {
    connectionTimeout: connectMs,
    requestTimeout: answerMs,
    throwOnRequestTimeout: true,
    socketTimeout: STALLED_MS,
    // A connection for each of a few hundred respondents at once.
    httpAgent: { keepAlive: true, maxSockets: 256 },
    httpsAgent: { keepAlive: true, maxSockets: 256 },
  },
});
