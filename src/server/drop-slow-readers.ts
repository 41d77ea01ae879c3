import type { SerialServer } from './serial.server.js';
import { type DroppedReader, SlowReaders } from './slow-readers.js';

const LOOK_EVERY_MS = 1000;

/** Looks after the readers of all connections each second, until `server` closes; `report` hears of each that is dropped. */
export const dropSlowReaders = (server: SerialServer, report: (dropped: DroppedReader) => void): void => {
  const readers = new SlowReaders(server.sockets, report);
  let timer: NodeJS.Timeout;
  const lookLater = () => {
    timer = setTimeout(() => {
      readers.look();
      lookLater();
    }, LOOK_EVERY_MS).unref();
  };
  lookLater();
  server.once('close', () => clearTimeout(timer));
};
