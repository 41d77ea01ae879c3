/*
 * Bounds of upstream bodies besides `UPSTREAM_MAX_BYTES`. A healthy upstream stays far below them,
 * and they keep each step of reading short. A body beyond one of them breaks the contract.
 */

/** Bytes that the messages body may have outside the list of messages. */
export const MAX_ENVELOPE_BYTES = 2 ** 20;

/** Bytes of one message in the body, with the white space around it. */
export const MAX_MESSAGE_BYTES = 2 ** 20;

/** Different reports that the messages of one period may name. */
export const MAX_REPORTS = 10_000;

/** Depth to which arrays and objects may be nested; the root is 1. */
export const MAX_DEPTH = 64;
