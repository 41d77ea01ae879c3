import { describe, expect, it } from '@jest/globals';
import { MessagesWithId } from './messages-with-id.js';

describe('MessagesWithId', () => {
  it('collects as many messages with one id as a period can have', () => {
    const found = new MessagesWithId(7);
    const message = { id: 7, text: '', timestamp: '2026-03-02T08:14:09Z' };
    found.collect(Array.from({ length: 500_000 }, () => message));
    expect(found.messages).toHaveLength(500_000);
  });
});
