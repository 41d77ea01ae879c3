import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BoundedLog, LOG_BUFFER_BYTES } from './bounded-log.js';

const LINE = `${'x'.repeat(1023)}\n`;
const LINES_HELD = LOG_BUFFER_BYTES / LINE.length;

/** Output that takes `capacity` bytes and then fails with `code`. */
class Outlet {
  text = '';
  attempts = 0;
  capacity = Infinity;
  code = 'EAGAIN';

  readonly write = (chunk: Uint8Array): number => {
    this.attempts += 1;
    if (this.capacity === 0) throw Object.assign(new Error(this.code), { code: this.code });
    const taken = Math.min(chunk.length, this.capacity);
    this.text += Buffer.from(chunk.subarray(0, taken)).toString();
    this.capacity -= taken;
    return taken;
  };
}

describe('the log', () => {
  let outlet: Outlet;
  let log: BoundedLog;

  beforeEach(() => {
    jest.useFakeTimers();
    outlet = new Outlet();
    log = new BoundedLog(outlet.write, (lines, cause) => `[${lines} ${cause}]\n`);
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const writeLines = (count: number): void => {
    for (let times = 0; times < count; times += 1) log.write(LINE);
  };

  it('writes a line at most 100 ms late', () => {
    log.write('one\n');
    expect(outlet.text).toBe('');
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe('one\n');
  });

  it('writes a full batch of lines at once and the rest with the next batch', () => {
    writeLines(5);
    expect(outlet).toMatchObject({ text: LINE.repeat(4), attempts: 1 });
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe(LINE.repeat(5));
  });

  it('has no timer while it holds no lines', () => {
    log.write('one\n');
    jest.advanceTimersByTime(100);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each(['EAGAIN', 'ENOSPC', 'EPIPE', 'EBADF', 'EIO', 'EFBIG'])(
    'survives %s without losing lines that fit the buffer',
    (code) => {
      Object.assign(outlet, { capacity: 0, code });
      writeLines(LINES_HELD);
      jest.advanceTimersByTime(60_000);
      expect(outlet.text).toBe('');
      outlet.capacity = Infinity;
      jest.advanceTimersByTime(100);
      expect(outlet.text).toBe(LINE.repeat(LINES_HELD));
      expect(log.droppedLines).toBe(0);
    },
  );

  it('drops and counts lines beyond its buffer, and writes a line in their place', () => {
    Object.assign(outlet, { capacity: 0, code: 'ENOSPC' });
    writeLines(LINES_HELD + 7);
    expect(log.droppedLines).toBe(7);
    outlet.capacity = Infinity;
    jest.advanceTimersByTime(100);
    log.write('after\n');
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe(`${LINE.repeat(LINES_HELD)}[7 ENOSPC]\nafter\n`);
    expect(log.droppedLines).toBe(7);
  });

  it('drops lines until every held line is written, so that one line reports the loss', () => {
    outlet.capacity = 0;
    writeLines(LINES_HELD + 1);
    outlet.capacity = LOG_BUFFER_BYTES / 2;
    jest.advanceTimersByTime(100);
    writeLines(1);
    outlet.capacity = Infinity;
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe(`${LINE.repeat(LINES_HELD)}[2 EAGAIN]\n`);
  });

  it('reports each loss once, with its number of lines', () => {
    for (const excess of [1, 3]) {
      outlet.capacity = 0;
      writeLines(LINES_HELD + excess);
      outlet.capacity = Infinity;
      jest.advanceTimersByTime(100);
    }
    expect(outlet.text.match(/\[.*\]/g)).toEqual(['[1 EAGAIN]', '[3 EAGAIN]']);
    expect(log.droppedLines).toBe(4);
  });

  it('keeps lines and characters whole when the output takes one byte at a time', () => {
    outlet.capacity = 0;
    const lines = '{"name":"Müller 😀"}\n'.repeat(300);
    for (const line of lines.split(/(?<=\n)/)) log.write(line);
    let bytes = Buffer.alloc(0);
    const oneByOne = new BoundedLog(
      (chunk) => {
        bytes = Buffer.concat([bytes, chunk.subarray(0, 1)]);
        return 1;
      },
      () => '',
    );
    for (const line of lines.split(/(?<=\n)/)) oneByOne.write(line);
    oneByOne.flush();
    expect(bytes.toString()).toBe(lines);
  });

  it('measures its buffer in bytes, not characters', () => {
    outlet.capacity = 0;
    const line = `${'€'.repeat(1000)}\n`;
    for (let times = 0; times < LOG_BUFFER_BYTES / 1000; times += 1) log.write(line);
    expect(log.droppedLines).toBeGreaterThan(600);
  });

  it('does not retry for each new line', () => {
    outlet.capacity = 0;
    writeLines(LINES_HELD * 10);
    expect(outlet.attempts).toBe(1);
  });

  it('retries after a millisecond, then less and less often', () => {
    outlet.capacity = 0;
    writeLines(4);
    jest.advanceTimersByTime(1);
    expect(outlet.attempts).toBe(2);
    jest.advanceTimersByTime(10_000);
    expect(outlet.attempts).toBeGreaterThan(100);
    expect(outlet.attempts).toBeLessThan(120);
  });

  it('keeps up with a slow reader', () => {
    outlet.capacity = 0;
    writeLines(LINES_HELD);
    jest.advanceTimersByTime(100);
    // A pipe of 64 kB that is emptied every millisecond.
    for (let ms = 0; ms < 200; ms += 1) {
      outlet.capacity = 65_536;
      jest.advanceTimersByTime(1);
    }
    expect(outlet.text).toBe(LINE.repeat(LINES_HELD));
  });

  it('tells whether flushing wrote everything, and whether waiting could help', () => {
    outlet.capacity = 0;
    log.write('one\n');
    expect([log.flush(), log.isStalled]).toEqual([false, true]);
    outlet.code = 'EPIPE';
    expect([log.flush(), log.isStalled]).toEqual([false, false]);
    outlet.capacity = Infinity;
    expect([log.flush(), log.isStalled]).toEqual([true, false]);
    expect(outlet.text).toBe('one\n');
  });
});
