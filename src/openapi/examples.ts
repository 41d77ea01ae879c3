import examples from './examples.json' with { type: 'json' };

/**
 * A request to the service on the sample period and its answer; test/openapi sends each of them.
 */
export interface Example {
  readonly request?: object;
  readonly answer: object;
}

/** Examples by method and path, such as `GET /v1/usage/2002/receipt`. */
export const EXAMPLES: Readonly<Record<string, Example>> = examples;

/**
 * Returns OpenAPI's named examples: the bodies or answers of `requests`, each named by its method
 * and path.
 */
export const namedExamples = (part: keyof Example, requests: readonly string[]): Record<string, { value: unknown }> =>
  Object.fromEntries(requests.map((request) => [request, { value: EXAMPLES[request]?.[part] }]));
