import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { BoundedLog, LOG_BUFFER_BYTES } from './bounded-log.js';

const LINE = `${'x'.repeat(1023)}\n`;
const LINES_HELD = LOG_BUFFER_BYTES / LINE.length;

/** An outlet with room for some bytes, which fails with a code once it has no more. */
class Outlet {
  text = '';
  attempts = 0;
  room = Infinity;
  code = 'EAGAIN';

  readonly write = (chunk: Uint8Array): number => {
    this.attempts += 1;
    if (this.room === 0) throw Object.assign(new Error(this.code), { code: this.code });
    const taken = Math.min(chunk.length, this.room);
    this.text += Buffer.from(chunk.subarray(0, taken)).toString();
    this.room -= taken;
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

  it('writes a line a tenth of a second late at most', () => {
    log.write('one\n');
    expect(outlet.text).toBe('');
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe('one\n');
  });

  it('writes lines together, at once when there are enough', () => {
    writeLines(5);
    expect(outlet).toMatchObject({ text: LINE.repeat(4), attempts: 1 });
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe(LINE.repeat(5));
  });

  it('has no timer while it has no line', () => {
    log.write('one\n');
    jest.advanceTimersByTime(100);
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each(['EAGAIN', 'ENOSPC', 'EPIPE', 'EBADF', 'EIO', 'EFBIG'])(
    'survives %s, and loses no line that fits',
    (code) => {
      Object.assign(outlet, { room: 0, code });
      writeLines(LINES_HELD);
      jest.advanceTimersByTime(60_000);
      expect(outlet.text).toBe('');
      outlet.room = Infinity;
      jest.advanceTimersByTime(100);
      expect(outlet.text).toBe(LINE.repeat(LINES_HELD));
      expect(log.droppedLines).toBe(0);
    },
  );

  it('holds no more than it may: drops further lines, counts them, and says so in their place', () => {
    Object.assign(outlet, { room: 0, code: 'ENOSPC' });
    writeLines(LINES_HELD + 7);
    expect(log.droppedLines).toBe(7);
    outlet.room = Infinity;
    jest.advanceTimersByTime(100);
    log.write('after\n');
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe(`${LINE.repeat(LINES_HELD)}[7 ENOSPC]\nafter\n`);
    expect(log.droppedLines).toBe(7);
  });

  it('drops lines until all that it holds is written, so that a loss is one', () => {
    outlet.room = 0;
    writeLines(LINES_HELD + 1);
    outlet.room = LOG_BUFFER_BYTES / 2;
    jest.advanceTimersByTime(100);
    writeLines(1);
    outlet.room = Infinity;
    jest.advanceTimersByTime(100);
    expect(outlet.text).toBe(`${LINE.repeat(LINES_HELD)}[2 EAGAIN]\n`);
  });

  it('says each loss once, with its own number', () => {
    for (const excess of [1, 3]) {
      outlet.room = 0;
      writeLines(LINES_HELD + excess);
      outlet.room = Infinity;
      jest.advanceTimersByTime(100);
    }
    expect(outlet.text.match(/\[.*\]/g)).toEqual(['[1 EAGAIN]', '[3 EAGAIN]']);
    expect(log.droppedLines).toBe(4);
  });

  it('keeps lines whole, and characters too, though each byte is taken by itself', () => {
    outlet.room = 0;
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

  it('counts bytes, not characters', () => {
    outlet.room = 0;
    const line = `${'€'.repeat(1000)}\n`;
    for (let times = 0; times < LOG_BUFFER_BYTES / 1000; times += 1) log.write(line);
    expect(log.droppedLines).toBeGreaterThan(600);
  });

  it('is not asked for each line whether it flows again', () => {
    outlet.room = 0;
    writeLines(LINES_HELD * 10);
    expect(outlet.attempts).toBe(1);
  });

  it('tries again at once, then less and less often', () => {
    outlet.room = 0;
    writeLines(4);
    jest.advanceTimersByTime(1);
    expect(outlet.attempts).toBe(2);
    jest.advanceTimersByTime(10_000);
    expect(outlet.attempts).toBeGreaterThan(100);
    expect(outlet.attempts).toBeLessThan(120);
  });

  it('follows a reader that is only slow', () => {
    outlet.room = 0;
    writeLines(LINES_HELD);
    jest.advanceTimersByTime(100);
    // A pipe of 64 kB that is emptied every millisecond.
    for (let ms = 0; ms < 200; ms += 1) {
      outlet.room = 65_536;
      jest.advanceTimersByTime(1);
    }
    expect(outlet.text).toBe(LINE.repeat(LINES_HELD));
  });

  it('says at the end whether it could write all, and whether waiting could help', () => {
    outlet.room = 0;
    log.write('one\n');
    expect([log.flush(), log.isStalled]).toEqual([false, true]);
    outlet.code = 'EPIPE';
    expect([log.flush(), log.isStalled]).toEqual([false, false]);
    outlet.room = Infinity;
    expect([log.flush(), log.isStalled]).toEqual([true, false]);
    expect(outlet.text).toBe('one\n');
  });
});
