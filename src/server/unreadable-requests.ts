import { randomUUID } from 'node:crypto';
import { type Server, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { answerUnderWay } from './answer-under-way.js';
import { problem, PROBLEM_MEDIA_TYPE } from '../http/problems/problem.js';
import type { ProblemDto } from '../http/problems/problem.dto.js';
import type { ProblemCode } from '../http/problems/problem-types.js';
import { MAX_HEAD_BYTES } from './server-limits.js';

/** What Node's parser and clock say of a connection, as problems; anything else is not HTTP/1.1. */
const REASONS: ReadonlyMap<string | undefined, readonly [ProblemCode, string]> = new Map([
  ['HPE_HEADER_OVERFLOW', ['headers-too-large', `The head of a request has at most ${MAX_HEAD_BYTES} bytes`]],
  ['HPE_CHUNK_EXTENSIONS_OVERFLOW', ['content-too-large', 'The chunks of the body have too much beside the body']],
  ['ERR_HTTP_REQUEST_TIMEOUT', ['request-timeout', 'The request was not whole in time']],
]);

const NOT_HTTP = ['invalid-request', 'What arrived is not a request of HTTP/1.1'] as const;

type Report = (problem: ProblemDto) => void;

/**
 * Answers with problem details what ends before there is a request: Node by itself writes a bare status. Closes the connection,
 * since nobody knows where in it the next request would begin. `report` hears of each. A connection that has sent nothing
 * asked for nothing, and is closed without a word.
 */
export const answerUnreadableRequests = (server: Server, report: Report): Server =>
  // What a request expects is for its handlers to judge, under its id and in the log.
  server
    .on('checkExpectation', (...asked) => server.emit('request', ...asked))
    .on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
      if (
        socket.bytesRead > 0 &&
        socket.writable &&
        error.code !== 'ECONNRESET' &&
        !answerUnderWay(socket)?.headersSent
      ) {
        const [code, detail] = REASONS.get(error.code) ?? NOT_HTTP;
        const document = problem(code, detail, randomUUID());
        socket.write(answerWith(document));
        report(document);
      }
      socket.destroySoon();
    });

const answerWith = (document: ProblemDto): string => {
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
