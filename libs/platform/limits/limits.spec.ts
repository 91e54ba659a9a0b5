import { Limits } from './limits';

describe('a rate limit', () => {
  const limits = new Limits({ sign_in: { points: 2, seconds: 60 } });

  it('refuses the call above the allowance and says how long to wait', async () => {
    await limits.take('sign_in', 'a');
    expect((await limits.take('sign_in', 'a')).ok).toBe(true);
    const refused = await limits.take('sign_in', 'a');
    expect(refused).toMatchObject({
      ok: false,
      problems: [{ code: 'too_many_requests', params: { seconds: expect.any(Number) as number } }],
    });
  });

  it('counts each person apart', async () => {
    expect((await limits.take('sign_in', 'b')).ok).toBe(true);
  });
});
