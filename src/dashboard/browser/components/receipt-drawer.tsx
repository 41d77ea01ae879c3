import { Component, h } from '../preact.js';
import type { Dashboard } from '../dashboard.js';
import { Drawer } from './drawer.js';
import { ReceiptActions } from './receipt-actions.js';
import { ReceiptSide } from './receipt-side.js';
import { ReceiptSteps } from './receipt-steps.js';
import { findNeighbours } from '../neighbours.js';

interface ReceiptDrawerProps {
  readonly dashboard: Dashboard;
}

/**
 * The open receipt; beside it, if the view compares, the receipt under the candidate. Draws nothing
 * if no receipt is open.
 */
export class ReceiptDrawer extends Component<ReceiptDrawerProps> {
  /** The message that the drawer was opened with; `undefined` while it is closed. */
  private openedWith: number | undefined;
  private shown: number | undefined;

  override render({ dashboard }: ReceiptDrawerProps) {
    const { receipt: id, candidate, timeZone } = dashboard.view;
    if (id === undefined) {
      this.openedWith = undefined;
      return undefined;
    }
    this.openedWith ??= id;
    this.shown = id;
    const { listing, receipts, candidateReceipts } = dashboard.slots;
    const neighbours = findNeighbours(listing.current?.body, id);
    const step = (message: number | undefined): void => {
      if (message !== undefined) dashboard.show({ receipt: message });
    };
    const side = { id, timeZone, total: dashboard.period?.total, retry: () => dashboard.refresh() };
    return (
      <Drawer
        title={`Message ${id}`}
        isWide={candidate !== undefined}
        close={() => dashboard.show({ receipt: undefined })}
        press={({ key }) => {
          if (key === 'ArrowLeft' || key === 'k') step(neighbours?.previous);
          if (key === 'ArrowRight' || key === 'j') step(neighbours?.next);
        }}
        findOpener={this.findOpener}
      >
        {neighbours && <ReceiptSteps neighbours={neighbours} step={step} />}
        <div class="sides">
          <ReceiptSide {...side} receipts={receipts.current} isBilled />
          {candidate && <ReceiptSide {...side} receipts={candidateReceipts.current} isBilled={false} />}
        </div>
        <ReceiptActions id={id} view={dashboard.view} />
      </Drawer>
    );
  }

  /** The row of the message that was shown last, if it is another than the first. */
  private readonly findOpener = (): HTMLElement | undefined =>
    this.shown === this.openedWith
      ? undefined
      : (document.querySelector<HTMLElement>(`[data-message="${this.shown}"]`) ?? undefined);
}
