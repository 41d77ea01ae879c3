import { Component, type ComponentChildren, h } from '../preact.js';
import { toApiUrl } from '../api-url.js';
import { getFile } from '../api.js';
import { getSessionKey } from '../session-key.js';

/**
 * How long a file stays available to the browser, which may start to read it some time after the
 * click.
 */
const OBJECT_URL_LIFETIME_MS = 10_000;

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
      const href = URL.createObjectURL(await getFile(path));
      Object.assign(document.createElement('a'), { href, download: name }).click();
      setTimeout(() => URL.revokeObjectURL(href), OBJECT_URL_LIFETIME_MS);
      this.setState({ status: '' });
    } catch (error) {
      this.setState({ status: error instanceof Error ? error.message : 'Failed' });
    }
  }
}
