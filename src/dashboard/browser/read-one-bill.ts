import { isBillChanged } from './entries.js';

/** How often a read starts again before it fails, because the bill changes faster than it can be read. */
const RESTARTS_MAX = 3;

/**
 * Calls `read`, and calls it again each time that the bill has changed meanwhile, so that all parts of
 * what it reads belong to one bill. `onBillChanged` is called before each restart. Throws an ApiError
 * when a request fails, or when the bill has changed once more after the last restart.
 */
export const readOneBill = async <Body>(read: () => Promise<Body>, onBillChanged?: () => void): Promise<Body> => {
  for (let restarts = 0; ; restarts += 1) {
    try {
      return await read();
    } catch (error) {
      if (!isBillChanged(error) || restarts === RESTARTS_MAX) throw error;
      onBillChanged?.();
    }
  }
};
