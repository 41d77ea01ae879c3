import { describe, expect, it } from '@jest/globals';
import { json } from '../support/answers.js';
import { MESSAGES } from '../support/fake-upstream.js';
import { message, period, report } from '../support/period.js';
import { useService } from '../support/use-service.js';

describe('GET /usage', () => {
  const service = useService();

  it('answers the frozen contract: these keys, these types, nothing else', async () => {
    service.upstream
      .on(
        MESSAGES,
        json(
          period(
            message({ id: 1000, text: 'Generate the report.', report_id: 7 }),
            message({ id: 1001, text: 'Are there any restrictions on alterations or improvements?' }),
            message({ id: 1002, text: 'orbital latibro', report_id: null, timestamp: '2026-03-02T10:00:00+02:00' }),
            message({ id: 1003, text: 'lease lease', report_id: 8 }),
          ),
        ),
      )
      .on('/reports/7', json(report()));
    const response = await service.http
      .get('/usage')
      .expect(200)
      .expect('Content-Type', 'application/json; charset=utf-8');
    expect(response.text).toBe(
      '{"usage":[' +
        '{"message_id":1000,"timestamp":"2026-03-02T08:14:09.412Z","report_name":"Lease Abstract","credits_used":45},' +
        '{"message_id":1001,"timestamp":"2026-03-02T08:14:09.412Z","credits_used":5.2},' +
        '{"message_id":1002,"timestamp":"2026-03-02T10:00:00+02:00","credits_used":2.1},' +
        '{"message_id":1003,"timestamp":"2026-03-02T08:14:09.412Z","credits_used":2.55}]}',
    );
  });

  it('is the same at /v1/usage', async () => {
    service.upstream.on(MESSAGES, json(period(message())));
    const unversioned = await service.http.get('/usage').expect(200);
    const versioned = await service.http.get('/v1/usage').expect(200);
    expect(versioned.text).toBe(unversioned.text);
  });

  it('answers an empty period with an empty bill', async () => {
    service.upstream.on(MESSAGES, json(period()));
    const { body } = await service.http.get('/usage').expect(200);
    expect(body).toEqual({ usage: [] });
  });
});
