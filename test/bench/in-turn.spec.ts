import { expect, it } from '@jest/globals';
import { inTurn } from './in-turn.js';

it('measures the contenders in turn and keeps the results of each', async () => {
  const order: string[] = [];
  const contender = (name: string) => async () => order.push(name);
  expect(await inTurn(2, { a: contender('a'), b: contender('b') })).toEqual({ a: [1, 3], b: [2, 4] });
  expect(order).toEqual(['a', 'b', 'a', 'b']);
});
