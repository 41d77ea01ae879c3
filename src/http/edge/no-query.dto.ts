/**
 * The query of a route that takes none. A handler declares `@Query() _query: NoQueryDto`, and the validation pipe then refuses
 * every parameter: a misspelt filter must not return the whole period as if it had been filtered.
 */
export class NoQueryDto {}
