import { Component, type ComponentChildren, h } from '../preact.js';
import { toApiUrl } from '../api-url.js';
import { getFile } from '../api.js';
import { saveFile } from '../save-file.js';
import { getSessionKey } from '../session-key.js';

interface FileLinkProps {
  readonly path: string;
  /** The name of the saved file. */
  readonly name: string;
  readonly children?: ComponentChildren;
}

/**
 * A link to a file of the API. A link sends no key: if there is one, the page fetches the file and
 * the browser saves it.
 */
export class FileLink extends Component<FileLinkProps, { readonly status: string }> {
  override state = { status: '' };

  override render({ path, name, children }: FileLinkProps, { status }: { status: string }) {
    return (
      <span>
        <a href={toApiUrl(path)} download={name} onClick={(event) => this.follow(event)}>
          {children}
        </a>
        <span role="status">{status}</span>
      </span>
    );
  }

  private follow(event: Event): void {
    if (getSessionKey() === undefined) return;
    event.preventDefault();
    void this.save();
  }

  private async save(): Promise<void> {
    const { path, name } = this.props;
    try {
      saveFile(await getFile(path), name);
      this.setState({ status: '' });
    } catch (error) {
      this.setState({ status: error instanceof Error ? error.message : 'Failed' });
    }
  }
}
