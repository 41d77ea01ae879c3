import { createHash } from 'node:crypto';
import period from './period.json' with { type: 'json' };

interface SampleFile {
  readonly body: string;
  readonly etag: string;
}

/** The sample period as the upstream's resources, by their paths. */
export const samplePeriodFiles = (): ReadonlyMap<string, SampleFile> =>
  new Map([
    ['/messages/current-period', fileOf({ messages: period.messages })],
    ...period.reports.map((report): [string, SampleFile] => [`/reports/${report.id}`, fileOf(report)]),
  ]);

const fileOf = (content: object): SampleFile => {
  const body = JSON.stringify(content);
  return { body, etag: `"${createHash('sha256').update(body).digest('hex')}"` };
};
