import type { Answer } from './outcomes.js';

const HEAD = /^HTTP\/1\.1 (\d{3}) [^\r\n]*\r\n((?:[^\r\n]+\r\n)*)\r\n/;

/**
 * The answers in what came back over a connection, in their order. Their bodies are as long as they say or, where they say
 * nothing, the rest. Throws where something is no answer, such as a body that nobody announced.
 */
export const answersIn = (received: string): Answer[] => {
  const answers: Answer[] = [];
  for (let rest = received; rest !== '';) {
    const [head, status, fields = ''] = HEAD.exec(rest) ?? [];
    if (head === undefined) throw new Error(`no answer of HTTP/1.1: ${JSON.stringify(rest.slice(0, 80))}`);
    const length = Number(status) < 200 ? 0 : Number(valueOf(fields, 'Content-Length') ?? Infinity);
    const body = rest.slice(head.length, head.length + length);
    rest = rest.slice(head.length + body.length);
    answers.push({
      status: Number(status),
      contentType: valueOf(fields, 'Content-Type'),
      cacheControl: valueOf(fields, 'Cache-Control'),
      body: body === '' ? undefined : JSON.parse(Buffer.from(body, 'latin1').toString()),
    });
  }
  return answers;
};

const valueOf = (fields: string, name: string): string | undefined =>
  new RegExp(`^${name}: (.*)\r$`, 'im').exec(fields)?.[1];
