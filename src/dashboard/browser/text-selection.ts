/** What was selected when the mouse was last pressed: a click on a selected text lets go of it only after the click. */
let selectedBefore = '';

addEventListener('mousedown', () => (selectedBefore = String(getSelection())), { capture: true });

/**
 * Whether a click ends the selection of a text in the element that it is handled by: someone dragged over the text to copy it.
 * A click by keyboard selects nothing.
 */
export const hasSelected = ({ detail, currentTarget }: MouseEvent): boolean => {
  const selection = getSelection();
  if (detail === 0 || !selection || selection.isCollapsed || String(selection) === selectedBefore) return false;
  return currentTarget instanceof Node && selection.containsNode(currentTarget, true);
};
