import { Component, type ComponentChildren, h } from '../preact.js';
import { addressOf } from '../api-url.js';
import { getFile } from '../api.js';
import { keptKey } from '../session-key.js';

const SAVING_MS = 10_000;

interface FileLinkProps {
  readonly path: string;
  /** What the file is called once it is saved. */
  readonly name: string;
  readonly children?: ComponentChildren;
}

/** A file of the API. A link brings no key, so with a key the page fetches the file and hands it to the browser to save. */
export class FileLink extends Component<FileLinkProps, { readonly said: string }> {
  override state = { said: '' };

  override render({ path, name, children }: FileLinkProps, { said }: { said: string }) {
    return (
      <span>
        <a href={addressOf(path)} download={name} onClick={(event) => this.follow(event)}>
          {children}
        </a>
        <span role="status">{said}</span>
      </span>
    );
  }

  private follow(event: Event): void {
    if (keptKey() === undefined) return;
    event.preventDefault();
    void this.save();
  }

  private async save(): Promise<void> {
    const { path, name } = this.props;
    try {
      const href = URL.createObjectURL(await getFile(path));
      Object.assign(document.createElement('a'), { href, download: name }).click();
      // Not every browser has begun to read it by now.
      setTimeout(() => URL.revokeObjectURL(href), SAVING_MS);
      this.setState({ said: '' });
    } catch (error) {
      this.setState({ said: error instanceof Error ? error.message : 'Failed' });
    }
  }
}
