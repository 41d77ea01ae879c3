import { Component, type ComponentChildren, createRef, h } from '../preact.js';

interface DrawerProps {
  readonly title: string;
  readonly isWide: boolean;
  readonly close: () => void;
  /** Called for each key that is pressed outside fields of text. */
  readonly press: (event: KeyboardEvent) => void;
  /**
   * Finds the element that gets the focus when the drawer closes; by default the one that had it
   * before.
   */
  readonly findOpener: () => HTMLElement | undefined;
  readonly children?: ComponentChildren;
}

/** The browser's modal dialog: it traps the focus, and closes on Escape or a click beside it. */
export class Drawer extends Component<DrawerProps> {
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
    this.props.findOpener()?.focus();
  }

  override render({ title, isWide, close, press, children }: DrawerProps) {
    return (
      <dialog
        ref={this.dialog}
        class={isWide ? 'drawer wide' : 'drawer'}
        aria-labelledby="drawer-title"
        onCancel={(event) => {
          event.preventDefault();
          close();
        }}
        onKeyDown={(event) => isShortcut(event) && press(event)}
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

/** Whether a key is neither typed into a field nor a shortcut of the browser. */
const isShortcut = ({ target, altKey, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean =>
  !(altKey || ctrlKey || metaKey || shiftKey) && !(target instanceof HTMLTextAreaElement);
