import request from 'supertest';

import { startApi, type TestApi } from '../support/api';

describe('the frame of the API', () => {
  let api: TestApi;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('says that it lives and that it is ready', async () => {
    expect((await request(api.url).get('/health/live')).body).toEqual({ status: 'live' });
    const ready = await request(api.url).get('/health/ready');
    expect(ready.body).toEqual({ status: 'ready', checks: { database: 'ok', migrations: 'ok', store: 'ok' } });
  });

  it('answers an unknown path of the API with a problem', async () => {
    const answer = await request(api.url).get('/api/no-such-thing');
    expect(answer.status).toBe(404);
    expect(answer.body).toEqual({ problems: [{ code: 'not_found' }] });
  });
});
