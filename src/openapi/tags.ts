/** The tags of the OpenAPI document with a sentence each, in the order in which a client meets them. */
export const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['Usage', 'The bill: what each message of a billing period cost, to filter, sort and page.'],
  ['Summary', 'Totals of the bill by hour, day or month, by report, and by what priced the messages.'],
  ['Receipts', 'Why a message cost what it cost, line by line.'],
  ['Estimates', 'What messages would cost. Nothing is stored.'],
  ['Comparison', 'What another price list would have charged for the same messages.'],
  [
    'Rate cards',
    'The price lists, as data and in plain language. The service bills by one card, or by a schedule of cards: then each ' +
      'message is priced by the card in force at its timestamp, and `in_force` of a card says when that is.',
  ],
  [
    'Periods',
    'Past billing periods, on a service with a ledger. A period is `open` while upstream sends its messages, `grace` once ' +
      'upstream has begun the next one and late changes still count, and `closed` after that: sealed, and the same for ever. ' +
      'Its id is the UTC date of its earliest message; most routes take it as `period`.',
  ],
  ['Adjustments', 'Amounts booked beside what messages cost: corrections of closed periods, waivers, manual bookings.'],
  ['Readings', 'Answers of upstream that the ledger holds back, and decisions on them.'],
  ['Reconciliation', 'Whether upstream and the ledger agree on the current period.'],
  ['Service', 'Links to every route, and the page.'],
  ['Operations', 'Health and metrics, for the machines that run the service.'],
];
