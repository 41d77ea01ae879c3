/** How much a value may hold. */
export interface Bounds {
  /** Itself, fields and elements, all told. */
  readonly values: number;
  /** How deep they may lie in each other; a value with nothing in it is one level. */
  readonly levels: number;
}

/** Whether `value` holds more than that. Goes no deeper than the bounds, and level by level: a hostile value is as deep as it is long. */
export const exceeds = ({ values, levels }: Bounds, value: unknown): boolean => {
  let count = 0;
  let level = [value];
  for (let depth = 1; level.length > 0; depth += 1) {
    count += level.length;
    if (count > values || depth > levels) return true;
    level = level.flatMap(held);
  }
  return false;
};

const held = (value: unknown): unknown[] => (typeof value === 'object' && value !== null ? Object.values(value) : []);
