import { isLate, type TimeOfSitting } from './lateness';

const at = (seconds: number) => new Date(Date.UTC(2026, 5, 1, 10) + seconds * 1000);
const running: TimeOfSitting = { endsAt: at(0), endedAt: null, connection: 'online', connectionSince: at(-3600) };
const over: TimeOfSitting = { ...running, endedAt: at(0) };

describe('an entry', () => {
  it('is in time as long as the time runs, is paused or was on its way when it ran out', () => {
    expect(isLate(at(-10), at(-9), running)).toBe(false);
    expect(isLate(at(500), at(501), { ...running, endsAt: null })).toBe(false);
    expect(isLate(at(-1), at(2), over)).toBe(false);
  });

  it('is late when it was made after the end', () => {
    expect(isLate(at(1), at(2), over)).toBe(true);
    expect(isLate(at(1), at(2), running)).toBe(true);
  });

  it('is late when it came long after the end over a line that was there', () => {
    expect(isLate(at(-1), at(10), over)).toBe(true);
  });

  it('is in time when its browser was away at the end and it was made before', () => {
    const away: TimeOfSitting = { ...over, connection: 'lost', connectionSince: at(-60) };
    expect(isLate(at(-30), at(900), away)).toBe(false);
    expect(isLate(at(30), at(900), away)).toBe(true);
    const back: TimeOfSitting = { ...running, connectionSince: at(20) };
    expect(isLate(at(-1), at(25), back)).toBe(false);
    expect(isLate(at(-1), at(200), back)).toBe(true);
  });

  it('is late when the line was lost only after the end', () => {
    expect(isLate(at(-1), at(900), { ...over, connection: 'lost', connectionSince: at(30) })).toBe(true);
  });
});
