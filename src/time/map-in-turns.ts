import { TimeSlice } from './time-slice.js';

/** The results of `transform` for all elements, in their order. Gives way to others between the elements. */
export const mapInTurns = async <Element, Result>(
  elements: Iterable<Element>,
  transform: (element: Element) => Result | Promise<Result>,
): Promise<Result[]> => {
  const timeSlice = new TimeSlice();
  const results: Result[] = [];
  for (const element of elements) {
    results.push(await transform(element));
    await timeSlice.yieldIfSpent();
  }
  return results;
};
