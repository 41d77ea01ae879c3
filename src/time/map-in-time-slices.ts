import { TimeSlice } from './time-slice.js';

/**
 * Transforms elements one after the other, in order, and yields to the event loop between them if
 * the time slice is spent.
 */
export const mapInTimeSlices = async <Element, Result>(
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
