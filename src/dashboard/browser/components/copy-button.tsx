import { Component, h } from '../preact.js';

interface CopyProps {
  readonly label: string;
  /** Called on each click; may reject, and the button then shows the error. */
  readonly content: () => Promise<string>;
}

interface CopyState {
  readonly status: string;
  /** The text to be copied by hand, because the browser denied the clipboard. */
  readonly textToCopy?: string | undefined;
}

/**
 * Copies a text to the clipboard. Browsers deny the clipboard to a page without HTTPS: the text is
 * then shown instead.
 */
export class CopyButton extends Component<CopyProps, CopyState> {
  override state: CopyState = { status: '' };

  override render({ label }: CopyProps, { status, textToCopy }: CopyState) {
    return (
      <span class="copy">
        <button type="button" onClick={() => void this.copy()}>
          {label}
        </button>
        <span role="status">{status}</span>
        {textToCopy !== undefined && <textarea readOnly rows={6} aria-label={label} value={textToCopy} />}
      </span>
    );
  }

  private async copy(): Promise<void> {
    try {
      const content = await this.props.content();
      const isCopied = await writeToClipboard(content);
      this.setState(
        isCopied ? { status: 'Copied', textToCopy: undefined } : { status: 'Copy this text:', textToCopy: content },
      );
    } catch (error) {
      this.setState({ status: error instanceof Error ? error.message : 'Failed', textToCopy: undefined });
    }
  }
}

const writeToClipboard = async (content: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
};
