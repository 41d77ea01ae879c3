import { Component, h } from '../preact.js';

interface CopyProps {
  readonly label: string;
  readonly content: () => Promise<string>;
}

interface CopyState {
  readonly said: string;
  /** What could not be put on the clipboard, to be copied by hand. */
  readonly byHand?: string | undefined;
}

/** Puts a text on the clipboard, or shows it where the browser has none to give (a page that is not on https). */
export class CopyButton extends Component<CopyProps, CopyState> {
  override state: CopyState = { said: '' };

  override render({ label }: CopyProps, { said, byHand }: CopyState) {
    return (
      <span class="copy">
        <button type="button" onClick={() => void this.copy()}>
          {label}
        </button>
        <span role="status">{said}</span>
        {byHand !== undefined && <textarea readOnly rows={6} aria-label={label} value={byHand} />}
      </span>
    );
  }

  private async copy(): Promise<void> {
    try {
      const content = await this.props.content();
      const isCopied = await onClipboard(content);
      this.setState(isCopied ? { said: 'Copied', byHand: undefined } : { said: 'Copy it here:', byHand: content });
    } catch (error) {
      this.setState({ said: error instanceof Error ? error.message : 'Failed', byHand: undefined });
    }
  }
}

const onClipboard = async (content: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
};
