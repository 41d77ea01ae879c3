import { h } from '../preact.js';
import { toApiUrl } from '../api-url.js';
import type { PeriodDetails } from '../statement/statement.types.js';

/** The digest of a closed period, what it covers, and how anyone can verify it. */
export const StatementSeal = ({ period: { id, digest, manifest = {} } }: { period: PeriodDetails }) => (
  <section class="seal">
    <h2>Seal</h2>
    <dl>
      <div>
        <dt>Digest of the manifest</dt>
        <dd translate={false}>{digest}</dd>
      </div>
      {toFacts(manifest).map(([name, value]) => (
        <div key={name}>
          <dt translate={false}>{name}</dt>
          <dd translate={false}>{value}</dd>
        </div>
      ))}
    </dl>
    <p>
      The digest is the SHA-256 of the manifest in RFC 8785 form. The lines that it covers are at{' '}
      <span translate={false}>{toApiUrl(`/v1/periods/${id}/sealed`)}</span>.
    </p>
  </section>
);

/** The members of a manifest with their paths, such as `lines.sha256`; a list is one member. */
const toFacts = (manifest: object, path = ''): [name: string, value: string][] =>
  Object.entries(manifest).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? toFacts(value, `${path}${name}.`)
      : [[`${path}${name}`, typeof value === 'string' ? value : JSON.stringify(value)]],
  );
