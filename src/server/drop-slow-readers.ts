import type { SerialServer } from './serial.server.js';
import { type DroppedReader, SlowReaders } from './slow-readers.js';

const CHECK_INTERVAL_MS = 1000;

/**
 * Drops the slow readers among the connections of `server` once a second until it closes; calls
 * `report` for each one.
 */
export const dropSlowReaders = (server: SerialServer, report: (dropped: DroppedReader) => void): void => {
  const readers = new SlowReaders(server.sockets, report);
  let timer: NodeJS.Timeout;
  const scheduleCheck = () => {
    timer = setTimeout(() => {
      readers.dropSlow();
      scheduleCheck();
    }, CHECK_INTERVAL_MS).unref();
  };
  scheduleCheck();
  server.once('close', () => clearTimeout(timer));
};
