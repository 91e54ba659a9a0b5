import { readNext } from './read-next';

describe('where a sign-in leads', () => {
  it('is an address of this site', () => {
    expect(readNext({ next: '/events/1?tab=form' })).toEqual({ next: '/events/1?tab=form' });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '', 7])(
    'is never %s',
    (next) => {
      expect(readNext({ next })).toEqual({});
    },
  );
});
