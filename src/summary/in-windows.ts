import { compareInstants, instantOf } from '../time/instant.js';
import type { Window } from '../time/windows.js';

/** Anything of a message. */
export interface OfMessage {
  readonly message: { readonly timestamp: string };
}

export interface FilledWindow<Item> {
  readonly window: Window;
  readonly messages: readonly Item[];
}

/** Puts each message into the window that it belongs to; windows follow each other without a gap and hold all messages. */
export const inWindows = <Item extends OfMessage>(
  messages: readonly Item[],
  windows: readonly Window[],
): FilledWindow<Item>[] => {
  const timed = messages
    .map((message) => ({ message, at: instantOf(message.message.timestamp) }))
    .toSorted((a, b) => compareInstants(a.at, b.at));
  let place = 0;
  return windows.map((window) => {
    const start = place;
    const end = window.to.toInstant();
    for (let next = timed[place]; next && compareInstants(next.at, end) < 0; next = timed[place]) place += 1;
    return { window, messages: timed.slice(start, place).map(({ message }) => message) };
  });
};
