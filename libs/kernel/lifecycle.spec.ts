import { Lifecycle } from './lifecycle';

describe('a lifecycle', () => {
  const door = new Lifecycle('door', 'open', { open: ['shut'], shut: ['open', 'walled'], walled: [] });

  it('says what may follow and what may come before', () => {
    expect(door.allows('open', 'shut')).toBe(true);
    expect(door.allows('open', 'walled')).toBe(false);
    expect(door.before('open')).toEqual(['shut']);
    expect(door.isFinal('walled')).toBe(true);
  });

  it('is refused at the start when a state cannot be reached', () => {
    expect(() => new Lifecycle<'open' | 'shut'>('door', 'open', { open: [], shut: ['open'] })).toThrow(
      'door: no way leads to shut',
    );
  });

  it('is refused at the start when a state follows itself', () => {
    expect(() => new Lifecycle<'open'>('door', 'open', { open: ['open'] })).toThrow('door: open would follow itself');
  });
});
