import examples from './examples.json' with { type: 'json' };

/** A request to the service on the sample period, and what it answers; tests ask every one of them. */
export interface Example {
  readonly request?: object;
  readonly answer: object;
}

/** By method and path: `GET /v1/usage/2002/receipt`. */
export const EXAMPLES: Readonly<Record<string, Example>> = examples;

/** As OpenAPI has named examples: each is called what it answers. */
export const namedExamples = (part: keyof Example, requests: readonly string[]): Record<string, { value: unknown }> =>
  Object.fromEntries(requests.map((request) => [request, { value: EXAMPLES[request]?.[part] }]));
