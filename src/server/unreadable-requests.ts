import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { responseInFlight } from './response-in-flight.js';
import { problem, PROBLEM_MEDIA_TYPE } from '../http/problems/problem.js';
import type { ProblemDto } from '../http/problems/problem.dto.js';
import type { ProblemCode } from '../http/problems/problem-types.js';
import { MAX_HEAD_BYTES } from './server-limits.js';

/**
 * The errors of Node's parser and timers that have a problem type of their own; any other error
 * means not HTTP/1.1.
 */
const REASONS: ReadonlyMap<string | undefined, readonly [ProblemCode, string]> = new Map([
  ['HPE_HEADER_OVERFLOW', ['headers-too-large', `Request line and headers may have at most ${MAX_HEAD_BYTES} bytes`]],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', ['content-too-large', 'The chunk extensions of the body are too large']],
  ['ERR_HTTP_REQUEST_TIMEOUT', ['request-timeout', 'The request did not arrive in time']],
]);

const NOT_HTTP = ['invalid-request', 'The data received is not an HTTP/1.1 request'] as const;

type Report = (problem: ProblemDto) => void;

/**
 * Answers data that fails before it becomes a request with problem details, where Node would write
 * a bare status, and calls `report` with each problem. Closes the connection, because the start of
 * a next request in it is unknown. A connection that has sent nothing is closed without an answer.
 */
export const answerUnreadableRequests = (server: Server, report: Report): Server =>
  // The handlers judge the `Expect` header, so that a refusal has a request id and a log line.
  server
    .on('checkExpectation', (...request) => server.emit('request', ...request))
    .on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      if (
        socket.bytesRead > 0 &&
        socket.writable &&
        error.code !== 'ECONNRESET' &&
        !responseInFlight(socket)?.headersSent
      ) {
        const [code, detail] = REASONS.get(error.code) ?? NOT_HTTP;
        const document = problem(code, detail, randomUUID());
        socket.write(rawResponse(document));
        report(document);
      }
      socket.destroySoon();
    });

const rawResponse = (document: ProblemDto): string => {
  const body = JSON.stringify(document);
  return [
    `HTTP/1.1 ${document.status} ${STATUS_CODES[document.status]}`,
    `X-Request-Id: ${document.instance}`,
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    `Content-Type: ${PROBLEM_MEDIA_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
};
