import type { IncomingHttpHeaders } from 'node:http';

export interface HeardAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Every header that an answer of this service may have. What an attack brings along is none of them. */
const HEADERS =
  /^(access-control-.*|allow|cache-control|connection|content-(disposition|length|security-policy|type)|cross-origin-.*|date|etag|keep-alive|last-modified|accept-ranges|link|origin-agent-cluster|ratelimit.*|referrer-policy|retry-after|strict-transport-security|transfer-encoding|vary|www-authenticate|x-(content-type-options|dns-prefetch-control|download-options|frame-options|permitted-cross-domain-policies|xss-protection|request-id))$/;

const PROBLEM_KEYS = ['type', 'title', 'status', 'detail', 'instance'];

/**
 * What is wrong with an answer to a request that may be anything, each in a few words: whatever was asked, it is no failure of
 * the service, and nothing that a browser would run or a proxy would take for two.
 */
export const dangersOf = ({ status, headers, text }: HeardAnswer): string[] => {
  const dangers = {
    'a failure of the service': status >= 500,
    'an unknown header': Object.keys(headers).some((name) => !HEADERS.test(name)),
    'a header with markup': Object.values(headers).some((value) => /[<>]|stolen/.test(String(value))),
    'a request id that is not plain': !/^[\w.:-]{1,64}$/.test(String(headers['x-request-id'])),
    'a type that a browser may guess': headers['x-content-type-options'] !== 'nosniff',
    'a page': /html|[/+]xml|javascript/.test(String(headers['content-type'])),
    'an error that is no problem document': status >= 400 && !isProblem({ status, headers, text }),
  };
  return Object.entries(dangers).flatMap(([danger, isThere]) =>
    isThere ? [`${danger}: ${status} ${text.slice(0, 200)}`] : [],
  );
};

const isProblem = ({ status, headers, text }: HeardAnswer): boolean => {
  const problem: Record<string, unknown> = JSON.parse(text);
  const keys = Object.keys(problem).filter((key) => key !== 'errors');
  return (
    headers['content-type'] === 'application/problem+json; charset=utf-8' &&
    headers['cache-control'] === 'no-store' &&
    keys.join() === PROBLEM_KEYS.join() &&
    problem['status'] === status &&
    problem['instance'] === headers['x-request-id'] &&
    [problem['type'], problem['title'], problem['detail']].every((said) => typeof said === 'string' && said !== '') &&
    areErrors(problem['errors'] ?? [])
  );
};

const areErrors = (errors: unknown): boolean =>
  Array.isArray(errors) &&
  errors.length <= 20 &&
  errors.every(({ field, reason, ...rest }) => {
    return typeof field === 'string' && typeof reason === 'string' && Object.keys(rest).length === 0;
  });
