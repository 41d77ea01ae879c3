import { createHash } from 'node:crypto';
import period from './period.json' with { type: 'json' };

interface SampleFile {
  readonly body: string;
  readonly etag: string;
}

/** The sample period as upstream resources, by path. */
export const samplePeriodFiles = (): ReadonlyMap<string, SampleFile> =>
  new Map([
    ['/messages/current-period', toFile({ messages: period.messages })],
    ...period.reports.map((report): [string, SampleFile] => [`/reports/${report.id}`, toFile(report)]),
  ]);

const toFile = (content: object): SampleFile => {
  const body = JSON.stringify(content);
  return { body, etag: `"${createHash('sha256').update(body).digest('hex')}"` };
};
