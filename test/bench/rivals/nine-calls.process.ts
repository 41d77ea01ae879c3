import { Agent, createServer, type ServerResponse } from 'node:http';
import axios, { type AxiosResponse } from 'axios';
import { MESSAGES } from '../upstream/period.js';

/**
 * What the upstream calls of an answer cost by themselves: each request makes all of them at once with bare axios, on
 * connections that stay open, and reads no more than whether they succeed.
 */

const { COPILOT_API_BASE_URL = '', PORT, HOST } = process.env;
const client = axios.create({
  baseURL: COPILOT_API_BASE_URL,
  httpAgent: new Agent({ keepAlive: true }),
  responseType: 'arraybuffer',
  validateStatus: () => true,
});
/** The ETag of each resource, for the question whether it has changed. */
const etags = new Map<string, string>();

const ask = async (path: string): Promise<AxiosResponse<Buffer>> => {
  const etag = etags.get(path);
  const response = await client.get<Buffer>(path, { headers: etag === undefined ? {} : { 'If-None-Match': etag } });
  if (response.status === 200) etags.set(path, String(response.headers.etag));
  return response;
};

const { messages }: { messages: { report_id?: number }[] } = JSON.parse((await ask(MESSAGES)).data.toString());
const reportIds = new Set(messages.flatMap(({ report_id }) => report_id ?? []));
const paths = [MESSAGES, ...[...reportIds].map((id) => `/reports/${id}`)];
await Promise.all(paths.map(ask));

const answer = async (response: ServerResponse): Promise<void> => {
  const responses = await Promise.all(paths.map(ask));
  response.end(JSON.stringify({ statuses: responses.map(({ status }) => status) }));
};

createServer((_request, response) => void answer(response)).listen(Number(PORT), HOST);
