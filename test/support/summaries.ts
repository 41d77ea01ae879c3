interface Row {
  readonly from: string;
  readonly to: string;
  readonly credits_used: number;
  readonly messages: number;
  readonly report?: unknown;
  readonly basis?: string;
}

/** What these tests read of an answer. */
export interface Summary {
  readonly totals: Pick<Row, 'credits_used' | 'messages'>;
  readonly data: readonly Row[];
}

interface Parts extends Summary {
  readonly time_zone?: string;
  readonly granularity?: string;
}

/** The rows of the windows between these edges: the credits and the messages of each, nothing where it is not said. */
export const rowsBetween = (
  edges: readonly string[],
  credits: readonly number[] = [],
  messages: readonly number[] = [],
): Row[] =>
  edges.slice(1).map((to, place) => ({
    from: edges[place] ?? '',
    to,
    credits_used: credits[place] ?? 0,
    messages: messages[place] ?? 0,
  }));

/** A summary of these rows, which start where the first and end where the last one does. */
export const summary = ({ time_zone = 'UTC', granularity = 'P1D', totals, data }: Parts): object => ({
  from: data[0]?.from ?? null,
  to: data.at(-1)?.to ?? null,
  time_zone,
  granularity,
  totals,
  windows: 'all',
  data,
});

/** Where clocks do odd things: what is asked for, without a message in it, and the edges of the windows on that clock. */
export const ODD_CLOCKS = [
  {
    what: 'days that start at half past in UTC',
    time_zone: 'Asia/Kolkata',
    granularity: 'P1D',
    query: 'from=2026-03-03T18:30:00Z&to=2026-03-05T00:00:00Z',
    edges: ['2026-03-04T00:00:00+05:30', '2026-03-05T00:00:00+05:30', '2026-03-05T05:30:00+05:30'],
  },
  {
    what: 'hours, one of them an hour and a half, where the clock repeats half an hour',
    time_zone: 'Australia/Lord_Howe',
    granularity: 'PT1H',
    query: 'from=2026-04-04T13:30:00Z&to=2026-04-04T16:30:00Z',
    edges: [
      '2026-04-05T00:30:00+11:00',
      '2026-04-05T01:00:00+11:00',
      '2026-04-05T02:00:00+10:30',
      '2026-04-05T03:00:00+10:30',
    ],
  },
  {
    what: 'hours, one of them half an hour, where the clock skips half an hour',
    time_zone: 'Australia/Lord_Howe',
    granularity: 'PT1H',
    query: 'from=2026-10-03T14:30:00Z&to=2026-10-03T17:00:00Z',
    edges: [
      '2026-10-04T01:00:00+10:30',
      '2026-10-04T02:30:00+11:00',
      '2026-10-04T03:00:00+11:00',
      '2026-10-04T04:00:00+11:00',
    ],
  },
  {
    what: 'days, and none for 30 December 2011, which did not exist',
    time_zone: 'Pacific/Apia',
    granularity: 'P1D',
    query: 'from=2011-12-29T10:00:00Z&to=2011-12-31T10:00:00Z',
    edges: ['2011-12-29T00:00:00-10:00', '2011-12-31T00:00:00+14:00', '2012-01-01T00:00:00+14:00'],
  },
  {
    what: 'days, one of them without a midnight',
    time_zone: 'America/Sao_Paulo',
    granularity: 'P1D',
    query: 'from=2018-11-03T03:00:00Z&to=2018-11-05T02:00:00Z',
    edges: ['2018-11-03T00:00:00-03:00', '2018-11-04T01:00:00-02:00', '2018-11-05T00:00:00-02:00'],
  },
] as const;
