import { request } from 'node:http';
import { offerTasks } from '../processes/tasks.js';
import type { Question } from './questions.js';

export interface Asked {
  /** Milliseconds from asking to the last byte. */
  readonly ms: number;
  readonly bytes: number;
}

/** Asks, and reads the answer to its end. Rejects where its status is not the one expected. */
const ask = (url: string, { path, body, headers = {}, expectedStatus }: Question): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const askedAt = performance.now();
    const sent = request(url + path, {
      agent: false,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, ...(body !== undefined && { 'Content-Type': 'application/json' }) },
    });
    sent.on('error', reject).on('response', (response) => {
      let bytes = 0;
      let start = '';
      response.on('error', reject).on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (start === '') start = chunk.toString().slice(0, 300);
      });
      response.on('end', () => {
        if (response.statusCode === expectedStatus) resolve({ ms: performance.now() - askedAt, bytes });
        else reject(new Error(`${response.statusCode} in place of ${expectedStatus}: ${start}`));
      });
    });
    sent.end(body);
  });

const tasks = { ask };

export type AskerTasks = typeof tasks;

offerTasks(tasks);
