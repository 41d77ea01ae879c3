interface RefusedQuery {
  readonly query: string;
  readonly field: string;
  readonly reason: string;
}

const refused = (field: string, reason: string, ...queries: string[]): RefusedQuery[] =>
  queries.map((query) => ({ query, field, reason }));

const NO_MOMENT =
  'must be a date, such as 2026-03-02, or an RFC 3339 timestamp with an offset (in a URL, + is written %2B)';
const NO_BASIS = 'must be one of report, text, text_report_not_found';
const NO_ID = 'must be a whole number from 0 to 9007199254740991';
const NO_AMOUNT = 'must be a decimal of 0 or more, such as 2.5';
const NO_SORT =
  'must be a comma-separated list of timestamp, -timestamp, credits_used, -credits_used, report_name, -report_name, ' +
  'each at most once';
const NO_LIMIT = 'must be a whole number from 1 to 1000';
const NO_FORMAT = 'must be one of json, csv, ndjson';

/** Queries that `GET /v1/usage` refuses, each with the one parameter that is at fault and what is said of it. */
export const REFUSED_USAGE: readonly RefusedQuery[] = [
  ...refused(
    'from',
    NO_MOMENT,
    'from=yesterday',
    'from=',
    'from=2026-02-30T00:00:00Z',
    'from=2026-02-30',
    'from=2026-3-2',
    'from=02-03-2026',
    'from=2026-03-02Z',
    'from=2026-03-02&from=2026-03-02',
    'from=2026-03-02T00:00:00',
    'from=2026-03-02T00:00:00+01:00',
    'from=2026-03-02T00:00:00Z&from=2026-03-02T00:00:00Z',
  ),
  ...refused('to', NO_MOMENT, 'to=2026-03-02T24:00:00Z', 'to=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z'),
  ...refused(
    'to',
    'must be after from',
    'from=2026-03-02T00:00:00Z&to=2026-03-02T00:00:00Z',
    'from=2026-03-02T00:00:00Z&to=2026-03-02T01:00:00%2B01:00',
    'from=2026-03-02T00:00:00Z&to=2026-03-01T00:00:00Z',
  ),
  ...refused('basis', NO_BASIS, 'basis=other', 'basis=', 'basis=Report', 'basis=text&basis=text'),
  ...refused(
    'report_id',
    NO_ID,
    'report_id=x',
    'report_id=-1',
    'report_id=1.0',
    'report_id=9007199254740992',
    'report_id=null',
    'report_id=7&report_id=7',
  ),
  ...refused(
    'message_id',
    NO_ID,
    'message_id=x',
    'message_id=',
    'message_id=-1',
    'message_id=1.0',
    'message_id=9007199254740992',
    'message_id=1000,1001',
    'message_id=1000&message_id=1000',
  ),
  ...refused(
    'min_credits',
    NO_AMOUNT,
    'min_credits=-1',
    'min_credits=1e3',
    'min_credits=abc',
    'min_credits=5,2',
    'min_credits=',
    'min_credits=1&min_credits=2',
  ),
  ...refused('limit', NO_LIMIT, 'limit=0', 'limit=1001', 'limit=x', 'limit=1.5', 'limit=', 'limit=1&limit=2'),
  ...refused(
    'sort',
    NO_SORT,
    'sort=price',
    'sort=',
    'sort=timestamp,',
    'sort=timestamp,timestamp',
    'sort=Timestamp',
    'sort=timestamp&sort=credits_used',
  ),
  ...refused('format', NO_FORMAT, 'format=xml', 'format=', 'format=toString', 'format=csv&format=json'),
  ...refused('cursor', 'belongs to a page with other filters or another order', 'cursor=garbage', 'cursor='),
  ...refused('cursor', 'is not a cursor of this route', `cursor=${'a'.repeat(201)}`),
  ...refused('cursor', 'must be one cursor', 'cursor=a&cursor=b'),
  ...refused('form', 'is unknown: did you mean from?', 'form=2026-03-02T00:00:00Z'),
];

const NO_ZONE = 'must be the name of an IANA time zone, such as Europe/London';
const NO_GRANULARITY = 'must be one of PT1H, P1D, P1M';
const NO_GROUPS = 'must be a comma-separated list of report, basis, each at most once';

const NOT_KNOWN =
  'is unknown; allowed: format, from, to, time_zone, period, message_id, basis, report_id, min_credits, granularity, group_by';

/** The same for `GET /v1/usage/summary`. */
export const REFUSED_SUMMARIES: readonly RefusedQuery[] = [
  ...refused('from', NO_MOMENT, 'from=yesterday', 'from=2026-02-30T00:00:00Z', 'from=2026-03-02T00:00:00+01:00'),
  ...refused('to', NO_MOMENT, 'to=2026-02-29', 'to=', 'to=2026-03-02T00:00:00Z&to=2026-03-03T00:00:00Z'),
  ...refused('to', 'must be after from', 'from=2026-03-02T00:00:00Z&to=2026-03-02T01:00:00%2B01:00'),
  ...refused(
    'time_zone',
    NO_ZONE,
    'time_zone=Mars/Olympus',
    'time_zone=%2B01:00',
    'time_zone=',
    'time_zone=T00:00%2B01:00',
  ),
  ...refused('time_zone', NO_ZONE, 'time_zone=UTC&time_zone=UTC'),
  ...refused('granularity', NO_GRANULARITY, 'granularity=P1W', 'granularity=', 'granularity=P1D&granularity=P1D'),
  ...refused(
    'group_by',
    NO_GROUPS,
    'group_by=user',
    'group_by=',
    'group_by=report,report',
    'group_by=report&group_by=basis',
  ),
  ...refused('basis', NO_BASIS, 'basis=other', 'basis=text&basis=text'),
  ...refused('report_id', NO_ID, 'report_id=x', 'report_id=7&report_id=7'),
  ...refused('message_id', NO_ID, 'message_id=-1', 'message_id=1000&message_id=1000'),
  ...refused('min_credits', NO_AMOUNT, 'min_credits=1e3', 'min_credits=1&min_credits=2'),
  ...refused('limit', NOT_KNOWN, 'limit=10'),
  ...refused('sort', NOT_KNOWN, 'sort=timestamp'),
  ...refused('cursor', NOT_KNOWN, 'cursor=a'),
  ...refused('timezone', 'is unknown: did you mean time_zone?', 'timezone=UTC'),
];
