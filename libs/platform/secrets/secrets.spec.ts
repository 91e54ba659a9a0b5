import fc from 'fast-check';

import { Secrets } from './secrets';

const secrets = new Secrets('a secret of this installation, long enough');

describe('secrets at rest', () => {
  it('come back as they were', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => secrets.decrypt(secrets.encrypt(text)) === text));
  });

  it('are refused once a byte was changed', () => {
    const sealed = Buffer.from(secrets.encrypt('JBSWY3DPEHPK3PXP'), 'base64url');
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    expect(() => secrets.decrypt(sealed.toString('base64url'))).toThrow();
  });

  it('are refused by another installation', () => {
    const other = new Secrets('a secret of another installation, also long');
    expect(() => other.decrypt(secrets.encrypt('text'))).toThrow();
  });

  it('never let a signature for one purpose serve another', () => {
    const signature = secrets.sign('link', 'text');
    expect(secrets.verify('link', 'text', signature)).toBe(true);
    expect(secrets.verify('ticket', 'text', signature)).toBe(false);
    expect(secrets.verify('link', 'other', signature)).toBe(false);
  });
});
