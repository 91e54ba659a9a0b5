import { SignJWT } from 'jose';

import { TicketDesk } from './ticket-desk';

const secret = 'a secret that API and media node share';
const now = Math.floor(Date.now() / 1000);
const claims = {
  jti: '0190a000-0000-7000-8000-000000000001',
  room: '0190a000-0000-7000-8000-000000000002',
  participant: '0190a000-0000-7000-8000-000000000003',
  role: 'candidate',
  publish: ['camera'],
  watch: 'none',
  record: ['camera'],
  node: 'local',
  iat: now,
  exp: now + 120,
};

function signed(changes: Record<string, unknown> = {}, by = secret): Promise<string> {
  return new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(by));
}

describe('a media ticket', () => {
  const desk = new TicketDesk(secret, 'local');

  it('lets its holder in, once', async () => {
    const ticket = await signed();
    expect(await desk.admit(ticket)).toMatchObject({
      ok: true,
      value: { participant: claims.participant, publish: ['camera'] },
    });
    expect(await desk.admit(ticket)).toEqual({ ok: false, problems: [{ code: 'ticket_expired' }] });
  });

  it('is refused when its two minutes are over', async () => {
    expect(await desk.admit(await signed({ exp: now - 1 }))).toEqual({
      ok: false,
      problems: [{ code: 'ticket_expired' }],
    });
  });

  it('is refused at a node for which it was not made', async () => {
    expect(await desk.admit(await signed({ node: 'other' }))).toEqual({
      ok: false,
      problems: [{ code: 'ticket_not_yours' }],
    });
  });

  it('is refused when another secret signed it, when a claim is wrong and when it is no ticket', async () => {
    for (const ticket of [
      await signed({}, 'another secret of at least thirty-two'),
      await signed({ publish: ['kitchen'] }),
      'nonsense',
    ])
      expect(await desk.admit(ticket)).toEqual({ ok: false, problems: [{ code: 'ticket_invalid' }] });
  });
});
