import { h } from '../preact.js';
import { toReceiptPath } from '../api-paths.js';
import { toApiUrl } from '../api-url.js';
import { getText } from '../api.js';
import { getSessionKey } from '../session-key.js';
import type { View } from '../view.js';
import { CopyButton } from './copy-button.js';
import { FileLink } from './file-link.js';

/** What can be done with a receipt: print it alone, copy it as text, follow it to the API. */
export const ReceiptActions = ({ id, view }: { id: number; view: View }) => {
  const path = toReceiptPath(id, view);
  return (
    <footer>
      <button type="button" onClick={() => print()}>
        Print
      </button>
      <CopyButton label="Copy as text" content={() => getText(path)} />
      {getSessionKey() === undefined ? (
        <a href={toApiUrl(path)}>This receipt in the API</a>
      ) : (
        <FileLink path={path} name={`receipt-${id}.json`}>
          This receipt as a file
        </FileLink>
      )}
    </footer>
  );
};
