import { Ajv, type ErrorObject, type JSONSchemaType, type SchemaValidateFunction, type ValidateFunction } from 'ajv';
import { isTimestamp } from '../../time/timestamp.js';
import type { ReadNumber } from '../../validation/exact-json.js';
import { ExactNumber } from '../../validation/exact-number.js';
import { formatFieldPath } from '../../validation/field-path.js';
import { parseExactNumber, parseIdNumber } from '../../validation/parse-number.js';
import { ContractViolationError, WrongReportError } from './body.errors.js';
import type { Message, Report } from '../../period/message.js';
import { readJson } from './read-json.js';

/**
 * A message as upstream sends it. Upstream's field names appear in this file only; fields that it
 * does not list are ignored.
 */
export interface MessageBody {
  id: number;
  text: string;
  timestamp: string;
  report_id?: number | null;
}

/** A report as upstream sends it. */
export interface ReportBody {
  id: number;
  name: string;
  credit_cost: number | ExactNumber;
}

const NAME_CODE_POINTS_MAX = 10_000;
/**
 * Parsing an id above 2^53 - 1 would turn it into another id. An id that is not whole as written is
 * read as NaN, which fails.
 */
const ID = { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER } as const;

const MESSAGE_LIST: JSONSchemaType<MessageBody[]> = {
  type: 'array',
  items: {
    type: 'object',
    required: ['id', 'text', 'timestamp'],
    properties: {
      id: ID,
      text: { type: 'string' },
      timestamp: { type: 'string', format: 'date-time' },
      report_id: { ...ID, nullable: true },
    },
  },
};

const MESSAGES_ENVELOPE = {
  type: 'object',
  required: ['messages'],
  properties: { messages: { type: 'array' } },
};

const REPORT = {
  type: 'object',
  required: ['id', 'name', 'credit_cost'],
  properties: {
    id: ID,
    name: { type: 'string', maxLength: NAME_CODE_POINTS_MAX },
    credit_cost: { amount: true },
  },
};

// Ajv's strict mode rejects a wrong schema anyway; compiling the meta-schema would take longer than
// compiling all of these.
const ajv = new Ajv({ formats: { 'date-time': isTimestamp }, meta: false, validateSchema: false });

/**
 * Checks `type: 'number'` and `minimum: 0`, with Ajv's messages, for numbers that may have no
 * double. A number beyond the bounds of `toPlainNotation` is read as NaN, which is not a number.
 */
const isAmount: SchemaValidateFunction = (_schema, value: unknown) => {
  const isNumber = value instanceof ExactNumber || Number.isFinite(value);
  const isNegative = isNumber && String(value).startsWith('-');
  isAmount.errors =
    isNumber && !isNegative ? [] : [{ keyword: 'amount', message: isNegative ? 'must be >= 0' : 'must be number' }];
  return isAmount.errors.length === 0;
};

ajv.addKeyword({ keyword: 'amount', schemaType: 'boolean', validate: isAmount });

/** Whether a value is an object with a list `messages`, whatever the list contains. */
export const isMessagesEnvelope = ajv.compile<{ messages: unknown[] }>(MESSAGES_ENVELOPE);

/** Whether a value is a list of which each element is a message. */
export const isMessageList: ValidateFunction<MessageBody[]> = ajv.compile(MESSAGE_LIST);

/** Whether a value is a report. */
export const isReportBody: ValidateFunction<ReportBody> = ajv.compile(REPORT);

/**
 * Describes the first of Ajv's errors by its field and rule:
 * `messages[17].timestamp must match format "date-time"`.
 */
export const describeViolation = ([error]: readonly ErrorObject[]): string => {
  if (!error) return 'is not the contract';
  const missing = error.keyword === 'required' ? `/${error.params['missingProperty']}` : '';
  const path = formatFieldPath(`${error.instancePath}${missing}`);
  return `${path || 'the body'} ${missing ? 'is missing' : error.message}`;
};

/**
 * Describes the first of Ajv's errors for a part of the list of messages by its field and rule.
 * `firstIndex`: the index in the whole list of the part's first message.
 */
export const describeMessageViolation = ([error]: readonly ErrorObject[], firstIndex: number): string => {
  if (!error) return describeViolation([]);
  const toPath = (_: string, index: string): string => `/messages/${firstIndex + Number(index)}`;
  return describeViolation([{ ...error, instancePath: error.instancePath.replace(/^\/(\d+)/, toPath) }]);
};

/** The domain's message for one that upstream sent and that keeps the contract. */
export const toMessage = ({ id, text, timestamp, report_id: reportId }: MessageBody): Message => ({
  id,
  text,
  timestamp,
  ...(typeof reportId === 'number' && { reportId }),
});

/**
 * Reads the body of the report `id`. Throws an `InvalidJsonError`, a
 * {@link ContractViolationError}, or a {@link WrongReportError} if it is another report.
 */
export const readReport = (body: Uint8Array, id: number): Report => {
  const report = readJson(body, reportNumber);
  if (!isReportBody(report)) throw new ContractViolationError(describeViolation(isReportBody.errors ?? []));
  if (report.id !== id) throw new WrongReportError(`answered with report ${report.id}`);
  return { id, name: report.name, creditCost: String(report.credit_cost) };
};

const reportNumber: ReadNumber = (text, key) => (key === 'credit_cost' ? parseExactNumber(text) : parseIdNumber(text));
