/** The rows of a long table that are drawn. */
export interface RowWindow {
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** Height of a row in pixels. */
  readonly rowHeight: number;
}

/** Rows drawn before and after those in sight. */
const MARGIN = 40;
/** The window moves in steps of this many rows, so that few scrolls draw. */
const STEP = 20;

/** The rows to draw of a table's body with `count` rows of one height, by how far its box has scrolled. */
export const findWindow = (box: Element, body: HTMLTableSectionElement, count: number): RowWindow => {
  const rowHeight = body.querySelector('tr:not(.space)')?.getBoundingClientRect().height || 1;
  const above = box.scrollTop / rowHeight;
  const first = Math.max(0, Math.floor((above - MARGIN) / STEP) * STEP);
  const last = Math.ceil((above + box.clientHeight / rowHeight + MARGIN) / STEP) * STEP;
  return { first: Math.min(first, Math.max(0, count - MARGIN)), last, rowHeight };
};
