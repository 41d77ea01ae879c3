import { Component, h } from '../preact.js';
import { parseInteger } from '../view.js';

interface SearchProps {
  readonly message: number | undefined;
  readonly search: (message: number | undefined) => void;
}

interface SearchState {
  /** Whether the text in the field is not a message id. */
  readonly isWrong: boolean;
}

/**
 * Filters by message id. Searches on Enter or when the field loses the focus; spaces around the id
 * are ignored.
 */
export class MessageSearch extends Component<SearchProps, SearchState> {
  override state: SearchState = { isWrong: false };

  override render({ message }: SearchProps, { isWrong }: SearchState) {
    return (
      <label class="field">
        <span>Message ID</span>
        <input
          type="search"
          inputMode="numeric"
          placeholder="any"
          autocomplete="off"
          value={message ?? ''}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? 'message-search-error' : undefined}
          onChange={({ currentTarget }) => this.search(currentTarget.value.trim())}
        />
        {isWrong && (
          <span id="message-search-error" class="error" role="alert">
            An ID is a whole number, such as 1000.
          </span>
        )}
      </label>
    );
  }

  private search(text: string): void {
    const message = parseInteger(text);
    const isWrong = text !== '' && message === undefined;
    this.setState({ isWrong });
    if (!isWrong) this.props.search(message);
  }
}
