import { Component, type ComponentChildren, createRef, h } from '../preact.js';
import { toReceiptPath } from '../api-paths.js';
import { toApiUrl } from '../api-url.js';
import { getText } from '../api.js';
import type { Receipt } from '../api.types.js';
import type { Dashboard } from '../dashboard.js';
import { getSessionKey } from '../session-key.js';
import type { Resource } from '../slot.js';
import { CopyButton } from './copy-button.js';
import { Failure } from './failure.js';
import { FileLink } from './file-link.js';
import { ReceiptView } from './receipt-view.js';

/**
 * The open receipt; beside it, if the view compares, the receipt under the candidate. Nothing if no
 * receipt is open.
 */
export const ReceiptDrawer = ({ dashboard }: { dashboard: Dashboard }) => {
  const { receipt: id, candidate } = dashboard.view;
  if (id === undefined) return undefined;
  const { receipts, candidateReceipts } = dashboard.slots;
  return (
    <Drawer
      key={id}
      title={`Message ${id}`}
      isWide={candidate !== undefined}
      close={() => dashboard.show({ receipt: undefined })}
    >
      <div class="sides">
        <Side receipts={receipts.current} withText retry={() => dashboard.refresh()} />
        {candidate && <Side receipts={candidateReceipts.current} withText={false} retry={() => dashboard.refresh()} />}
      </div>
      <footer>
        <CopyButton label="Copy as text" content={() => getText(toReceiptPath(id, dashboard.view))} />
        {getSessionKey() === undefined ? (
          <a href={toApiUrl(toReceiptPath(id, dashboard.view))}>This receipt in the API</a>
        ) : (
          <FileLink path={toReceiptPath(id, dashboard.view)} name={`receipt-${id}.json`}>
            This receipt as a file
          </FileLink>
        )}
      </footer>
    </Drawer>
  );
};

interface SideProps {
  readonly receipts: Resource<readonly Receipt[]> | undefined;
  readonly withText: boolean;
  readonly retry: () => void;
}

/** All receipts of a message id: upstream may have sent the id more than once. */
const Side = ({ receipts, withText, retry }: SideProps) => {
  if (receipts?.problem) return <Failure problem={receipts.problem} retry={retry} />;
  return (
    <div aria-busy={!receipts?.body}>
      {receipts?.body?.map((receipt, index) => <ReceiptView key={index} receipt={receipt} withText={withText} />) ?? (
        <p class="skeleton tall">Loading the receipt …</p>
      )}
    </div>
  );
};

interface DrawerProps {
  readonly title: string;
  readonly isWide: boolean;
  readonly close: () => void;
  readonly children?: ComponentChildren;
}

/**
 * The browser's modal dialog: it traps the focus, closes on Escape or a click beside it, and
 * returns the focus.
 */
class Drawer extends Component<DrawerProps> {
  private readonly dialog = createRef<HTMLDialogElement>();
  /**
   * Whether the mouse was pressed on the backdrop. A drag from the receipt to the backdrop selects
   * text and must not close.
   */
  private isPressedOutside = false;

  override componentDidMount(): void {
    this.dialog.current?.showModal();
  }

  override componentWillUnmount(): void {
    this.dialog.current?.close();
  }

  override render({ title, isWide, close, children }: DrawerProps) {
    return (
      <dialog
        ref={this.dialog}
        class={isWide ? 'drawer wide' : 'drawer'}
        aria-labelledby="drawer-title"
        onCancel={(event) => {
          event.preventDefault();
          close();
        }}
        onMouseDown={({ target, currentTarget }) => {
          this.isPressedOutside = target === currentTarget;
        }}
        onClick={({ target, currentTarget }) => this.isPressedOutside && target === currentTarget && close()}
      >
        <div class="drawer-body">
          <div class="drawer-head">
            <h2 id="drawer-title">{title}</h2>
            <button type="button" onClick={close}>
              Close
            </button>
          </div>
          {children}
        </div>
      </dialog>
    );
  }
}
