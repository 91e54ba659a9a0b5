import { FixedClock } from '@aigaq/kernel';

import { Secrets } from '../secrets/secrets';
import { SignedLinks } from './signed-links';

function linksAt(at: string): { links: SignedLinks; clock: FixedClock } {
  const clock = new FixedClock(new Date(at));
  return { links: new SignedLinks(new Secrets('a secret of this installation, long enough'), clock), clock };
}

describe('a signed link', () => {
  it('names its object and the person for whom it was made', () => {
    const { links } = linksAt('2026-01-01T10:00:00Z');
    const token = links.sign({ key: 'recordings/a/1.webm', accountId: 'account-1', seconds: 60 });
    expect(links.read(token)).toEqual({ ok: true, value: { key: 'recordings/a/1.webm', accountId: 'account-1' } });
  });

  it('stops working when its time is over', () => {
    const { links, clock } = linksAt('2026-01-01T10:00:00Z');
    const token = links.sign({ key: 'recordings/a/1.webm', accountId: 'account-1', seconds: 60 });
    clock.advance(61_000);
    expect(links.read(token)).toEqual({ ok: false, problems: [{ code: 'link_expired' }] });
  });

  it('is refused when the object in it was changed', () => {
    const { links } = linksAt('2026-01-01T10:00:00Z');
    const [, signature] = links.sign({ key: 'recordings/a/1.webm', accountId: 'account-1', seconds: 60 }).split('.');
    const forged = `${Buffer.from(JSON.stringify(['recordings/b/1.webm', 'account-1', 9e9])).toString('base64url')}.${signature}`;
    expect(links.read(forged)).toEqual({ ok: false, problems: [{ code: 'link_invalid' }] });
    expect(links.read('nonsense')).toEqual({ ok: false, problems: [{ code: 'link_invalid' }] });
  });

  it('is never made for a key that leaves the store', () => {
    const { links } = linksAt('2026-01-01T10:00:00Z');
    expect(() => links.sign({ key: '../secret', accountId: 'account-1', seconds: 60 })).toThrow(RangeError);
  });
});
