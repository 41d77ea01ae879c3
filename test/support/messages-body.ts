import { Ajv, type ValidateFunction } from 'ajv';
import { ContractViolationError } from '../../src/upstream/body/body.errors.js';
import { readJson } from '../../src/upstream/body/read-json.js';
import { describeViolation, isMessageList, type MessageBody } from '../../src/upstream/body/upstream.schema.js';
import { isTimestamp } from '../../src/time/timestamp.js';

const ajv = new Ajv({ formats: { 'date-time': isTimestamp } });

export const isMessagesBody: ValidateFunction<{ messages: MessageBody[] }> = ajv.compile({
  type: 'object',
  required: ['messages'],
  properties: { messages: isMessageList.schema },
});

/** The messages of a body that is there as a whole: what `MessagesParser` is held to. */
export const messagesOf = (bytes: Uint8Array): readonly MessageBody[] => {
  const body = readJson(bytes);
  if (isMessagesBody(body)) return body.messages;
  throw new ContractViolationError(describeViolation(isMessagesBody.errors ?? []));
};
