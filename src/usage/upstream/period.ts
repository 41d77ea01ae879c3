/** A message of the current billing period, as upstream sent it. */
export interface Message {
  readonly id: number;
  readonly text: string;
  /** RFC 3339, to the letter. */
  readonly timestamp: string;
  /** The report that the message generated; absent on a plain question. */
  readonly reportId?: number;
}

export interface Report {
  readonly id: number;
  readonly name: string;
  /** Credits: any finite number of 0 or more. */
  readonly creditCost: number;
}

/** One consistent reading of the upstream. */
export interface Period {
  /** In upstream's order. */
  readonly messages: readonly Message[];
  /** Every report that a message names and that exists, by its id. */
  readonly reports: ReadonlyMap<number, Report>;
}
