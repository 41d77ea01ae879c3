/**
 * A JSON number kept as text, for a value that a double may not hold, such as
 * `5.50000000000000004`. Requests are refused if they have one where precision matters; answers
 * state their amounts with it.
 */
export class ExactNumber {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}
