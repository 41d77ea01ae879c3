import { describe, expect, it } from '@jest/globals';
import { TAGS } from '../../src/openapi/tags.js';
import { committedDocument, operationsOf } from '../support/openapi-document.js';

const DOCUMENT = committedDocument();

/** Functions of generated clients have these names: a new route adds one here, and none is renamed. */
const OPERATION_IDS = {
  'GET /': 'getIndex',
  'GET /dashboard': 'getDashboard',
  'GET /health/live': 'getLiveness',
  'GET /health/ready': 'getReadiness',
  'GET /metrics': 'getMetrics',
  'GET /usage': 'getUsage',
  'GET /v1/adjustments': 'listAdjustments',
  'GET /v1/adjustments/{number}': 'getAdjustment',
  'GET /v1/periods': 'listPeriods',
  'GET /v1/periods/{id}': 'getPeriod',
  'GET /v1/periods/{id}/changes': 'listPeriodChanges',
  'GET /v1/periods/{id}/sealed': 'getSealedLines',
  'GET /v1/rate-cards': 'listRateCards',
  'GET /v1/rate-cards/schema.json': 'getRateCardSchema',
  'GET /v1/rate-cards/{id}': 'getRateCard',
  'GET /v1/rate-cards/{id}/vectors': 'getRateCardVectors',
  'GET /v1/readings': 'listHeldReadings',
  'GET /v1/reconciliation': 'getReconciliation',
  'GET /v1/usage': 'getUsageV1',
  'GET /v1/usage.csv': 'getUsageCsv',
  'GET /v1/usage.ndjson': 'getUsageNdjson',
  'GET /v1/usage.xlsx': 'getUsageXlsx',
  'GET /v1/usage/comparison': 'compareKnownCard',
  'GET /v1/usage/summary': 'getSummary',
  'GET /v1/usage/summary.csv': 'getSummaryCsv',
  'GET /v1/usage/summary.xlsx': 'getSummaryXlsx',
  'GET /v1/usage/{message_id}/receipt': 'getReceipt',
  'GET /v1/usage/{message_id}/receipt.txt': 'getReceiptText',
  'POST /v1/adjustments': 'makeAdjustment',
  'POST /v1/estimates': 'estimateMessages',
  'POST /v1/readings/{number}/decision': 'decideReading',
  'POST /v1/usage/comparison': 'compareOwnCard',
};

describe('the names of the OpenAPI document', () => {
  it('are one id for each operation', () => {
    const ids = operationsOf(DOCUMENT).map(({ name, operation }) => [name, operation.operationId]);
    expect(Object.fromEntries(ids)).toEqual(OPERATION_IDS);
    expect(new Set(ids.map(([, id]) => id)).size).toBe(ids.length);
  });

  it('are tags in the order of use, Usage first, each with a sentence', () => {
    expect(DOCUMENT.tags).toEqual(TAGS.map(([name, description]) => ({ name, description })));
    expect(DOCUMENT.tags?.[0]?.name).toBe('Usage');
    const used = operationsOf(DOCUMENT).flatMap(({ operation }) => operation.tags ?? []);
    expect([...new Set(used)]).toEqual(TAGS.map(([name]) => name));
  });

  it('are schemas without Dto', () => {
    expect(Object.keys(DOCUMENT.components?.schemas ?? {})).toEqual(expect.arrayContaining(['Usage', 'Receipt']));
    expect(JSON.stringify(DOCUMENT)).not.toContain('Dto');
  });
});
