import { MasterClock } from './master-clock';

describe('the master clock', () => {
  it('stands until it plays, then goes with time', () => {
    const clock = new MasterClock(1000);
    expect(clock.positionAt(50)).toBe(1000);
    clock.play(100);
    expect(clock.positionAt(600)).toBe(1500);
    clock.pause(700);
    expect(clock.positionAt(9000)).toBe(1600);
  });

  it('keeps its place when the speed changes', () => {
    const clock = new MasterClock(0);
    clock.play(0);
    clock.setRate(1000, 16);
    expect(clock.positionAt(1000)).toBe(1000);
    expect(clock.positionAt(1100)).toBe(2600);
    clock.setRate(1100, 0.5);
    expect(clock.positionAt(1300)).toBe(2700);
  });

  it('waits while it is held and goes on where it stood', () => {
    const clock = new MasterClock(0);
    clock.play(0);
    clock.hold(500, true);
    expect(clock.positionAt(5000)).toBe(500);
    expect(clock.isMoving).toBe(false);
    clock.hold(5000, false);
    expect(clock.positionAt(5100)).toBe(600);
  });

  it('jumps while it plays, and never goes back because a clock was read late', () => {
    const clock = new MasterClock(0);
    clock.play(0);
    clock.seek(100, 60_000);
    expect(clock.positionAt(90)).toBe(60_000);
    expect(clock.positionAt(200)).toBe(60_100);
  });
});
