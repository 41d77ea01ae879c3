/**
 * A JSON number by its text: for a value that a double may not hold, such as `5.50000000000000004`.
 * Requests with such a number are refused where it matters; answers have their amounts in it.
 */
export class ExactNumber {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}
