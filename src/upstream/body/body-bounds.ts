/**
 * What the upstream may send beside `UPSTREAM_MAX_BYTES`: many times what it sends when it is well, and little enough that each step
 * of reading it is short. What is beyond is not the contract.
 */

/** Bytes of the body of the messages around their list. */
export const MAX_ENVELOPE_BYTES = 2 ** 20;

/** Bytes of one message, the white space around it included. */
export const MAX_MESSAGE_BYTES = 2 ** 20;

/** Different reports that the messages of a period name. */
export const MAX_REPORTS = 10_000;

/** Brackets that are open at once, those of the whole body included. */
export const MAX_DEPTH = 64;
