import { Component, type ComponentChildren, createRef, h } from '../preact.js';
import { Icon } from './icon.js';

interface DropdownProps {
  /** What stands on the button. */
  readonly label: ComponentChildren;
  readonly class?: string;
  /** The edge of the button at which the popup begins. */
  readonly align?: 'start' | 'end';
  /** The popup's content; `close` closes it and returns the focus to the button. */
  readonly popup: (close: () => void) => ComponentChildren;
}

interface DropdownState {
  readonly isOpen: boolean;
}

/**
 * A button with a popup below it. Escape, a press outside and leaving it with Tab close the popup.
 */
export class Dropdown extends Component<DropdownProps, DropdownState> {
  override state: DropdownState = { isOpen: false };
  private readonly root = createRef<HTMLDivElement>();
  private readonly button = createRef<HTMLButtonElement>();

  override componentDidMount(): void {
    document.addEventListener('pointerdown', this.leave);
  }

  override componentWillUnmount(): void {
    document.removeEventListener('pointerdown', this.leave);
  }

  override render({ label, class: name = '', align = 'start', popup }: DropdownProps, { isOpen }: DropdownState) {
    return (
      <div
        class={`dropdown ${name}`}
        ref={this.root}
        onKeyDown={(event) => this.closeOnEscape(event)}
        onFocusOut={({ relatedTarget }) => relatedTarget && this.leave({ target: relatedTarget })}
      >
        <button
          type="button"
          ref={this.button}
          class="dropdown-button"
          aria-expanded={isOpen}
          onClick={() => this.setState({ isOpen: !isOpen })}
        >
          {label}
          <Icon name="chevron" />
        </button>
        {isOpen && (
          <div class={`popup ${align}`} tabIndex={-1}>
            {popup(this.close)}
          </div>
        )}
      </div>
    );
  }

  private readonly close = (): void => {
    this.setState({ isOpen: false });
    this.button.current?.focus();
  };

  private readonly leave = ({ target }: { readonly target: EventTarget | null }): void => {
    const isInside = target instanceof Node && this.root.current?.contains(target);
    if (this.state.isOpen && !isInside) this.setState({ isOpen: false });
  };

  private closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.state.isOpen) return;
    event.stopPropagation();
    this.close();
  }
}
