/**
 * The query of a route without parameters. A handler that declares `@Query() _query: NoQueryDto`
 * makes the validation pipe refuse every parameter: a filter on the wrong route must not return
 * everything as if it had been applied.
 */
export class NoQueryDto {}
