/**
 * The selected text when the mouse was last pressed. A click on a selection clears it only after
 * the click event.
 */
let selectedBefore = '';

addEventListener('mousedown', () => (selectedBefore = String(getSelection())), { capture: true });

/**
 * Whether this click ended a selection in the element that handles it: the user dragged over its
 * text to copy it, and did not mean to click. Always false for a click by keyboard.
 */
export const endsSelection = ({ detail, currentTarget }: MouseEvent): boolean => {
  const selection = getSelection();
  // Browsers give a click by keyboard a `detail` of 0.
  if (detail === 0 || !selection || selection.isCollapsed || String(selection) === selectedBefore) return false;
  return currentTarget instanceof Node && selection.containsNode(currentTarget, true);
};
