import { type Cell, EMPTY, textCell, titleCell } from './cell.js';

/** The rows above a table that say what it is of: a title, names with their facts, and an empty row. */
export const factRows = (title: string, facts: readonly (readonly [name: string, fact: Cell])[]): Cell[][] => [
  [titleCell(title)],
  ...facts.map(([name, fact]) => [textCell(name), fact]),
  [EMPTY],
];
