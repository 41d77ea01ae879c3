import { Ajv, type ErrorObject, type JSONSchemaType, type SchemaValidateFunction, type ValidateFunction } from 'ajv';
import { isTimestamp } from '../../time/timestamp.js';
import type { ReadNumber } from '../../validation/exact-json.js';
import { ExactNumber } from '../../validation/exact-number.js';
import { fieldPath } from '../../validation/field-path.js';
import { exactNumber, idNumber } from '../../validation/read-number.js';
import { ContractViolationError, WrongReportError } from './body.errors.js';
import type { Message, Report } from '../../period/message.js';
import { readJson } from './read-json.js';

/** The upstream's wire names live only here. Keys that are not named are ignored. */
export interface MessageBody {
  id: number;
  text: string;
  timestamp: string;
  report_id?: number | null;
}

export interface ReportBody {
  id: number;
  name: string;
  credit_cost: number | ExactNumber;
}

const LONGEST_NAME = 10_000;
/** An id above 2^53 - 1 has already become another id when it is parsed; what is not whole by its text is NaN, which is refused. */
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
    name: { type: 'string', maxLength: LONGEST_NAME },
    credit_cost: { amount: true },
  },
};

// Strict mode refuses what is no schema as it compiles it; to compile the schema of schemas too takes longer than all of these.
const ajv = new Ajv({ formats: { 'date-time': isTimestamp }, meta: false, validateSchema: false });

/** What Ajv says of `type: 'number'` and `minimum: 0`, of a number that a double may not have. One beyond the bounds is NaN, and no number. */
const isAmount: SchemaValidateFunction = (_schema, value: unknown) => {
  const isNumber = value instanceof ExactNumber || Number.isFinite(value);
  const isNegative = isNumber && String(value).startsWith('-');
  isAmount.errors =
    isNumber && !isNegative ? [] : [{ keyword: 'amount', message: isNegative ? 'must be >= 0' : 'must be number' }];
  return isAmount.errors.length === 0;
};

ajv.addKeyword({ keyword: 'amount', schemaType: 'boolean', validate: isAmount });

/** Whether a body has a list of messages, whatever is in it. */
export const isMessagesEnvelope = ajv.compile<{ messages: unknown[] }>(MESSAGES_ENVELOPE);

/** Whether these are messages, each of them. */
export const isMessageList: ValidateFunction<MessageBody[]> = ajv.compile(MESSAGE_LIST);

export const isReportBody: ValidateFunction<ReportBody> = ajv.compile(REPORT);

/** The first violation with its place: `messages[17].timestamp must match format "date-time"`. */
export const describeViolation = ([error]: readonly ErrorObject[]): string => {
  if (!error) return 'is not the contract';
  const missing = error.keyword === 'required' ? `/${error.params['missingProperty']}` : '';
  const place = fieldPath(`${error.instancePath}${missing}`);
  return `${place || 'the body'} ${missing ? 'is missing' : error.message}`;
};

/** The same for a stretch of the list of messages, before which there are `before`. */
export const describeMessageViolation = ([error]: readonly ErrorObject[], before: number): string => {
  if (!error) return describeViolation([]);
  const place = (_: string, index: string): string => `/messages/${before + Number(index)}`;
  return describeViolation([{ ...error, instancePath: error.instancePath.replace(/^\/(\d+)/, place) }]);
};

export const toMessage = ({ id, text, timestamp, report_id: reportId }: MessageBody): Message => ({
  id,
  text,
  timestamp,
  ...(typeof reportId === 'number' && { reportId }),
});

/** Reads the body of the report `id`. Throws an `InvalidJsonError`, a {@link ContractViolationError} or a {@link WrongReportError}. */
export const readReport = (body: Uint8Array, id: number): Report => {
  const report = readJson(body, reportNumber);
  if (!isReportBody(report)) throw new ContractViolationError(describeViolation(isReportBody.errors ?? []));
  if (report.id !== id) throw new WrongReportError(`answered with report ${report.id}`);
  return { id, name: report.name, creditCost: String(report.credit_cost) };
};

const reportNumber: ReadNumber = (text, key) => (key === 'credit_cost' ? exactNumber(text) : idNumber(text));
