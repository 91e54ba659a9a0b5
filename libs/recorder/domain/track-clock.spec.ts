import { ParticipantClock } from './participant-clock';
import { TrackClock } from './track-clock';

const NOON = Date.UTC(2026, 5, 1, 12);
/** A sender whose clock is an hour and a bit wrong. */
const WRONG_BY = 3_600_123;
const VIDEO = 90_000;
const AUDIO = 48_000;

describe('the clock of a track', () => {
  it('goes by the quickest arrival until a report comes', () => {
    const clock = new TrackClock(VIDEO, new ParticipantClock());
    clock.arrived(0, NOON + 400);
    clock.arrived(VIDEO, NOON + 1030);
    expect(clock.toServer(0)).toBeCloseTo(NOON + 30, 0);
  });

  it('keeps camera and microphone of one sender in step however late one of them arrives', () => {
    const participant = new ParticipantClock();
    const camera = new TrackClock(VIDEO, participant);
    const microphone = new TrackClock(AUDIO, participant);
    for (let ms = 0; ms < 5_000; ms += 20) {
      microphone.arrived(7_000 + (ms * AUDIO) / 1000, NOON + ms + 15);
      if (ms % 100 === 0) camera.arrived(1_000_000 + (ms * VIDEO) / 1000, NOON + ms + 180);
      if (ms === 1_000) camera.reported(NOON + ms - WRONG_BY, 1_000_000 + (ms * VIDEO) / 1000, NOON + ms + 20);
      if (ms === 2_000) microphone.reported(NOON + ms - WRONG_BY, 7_000 + (ms * AUDIO) / 1000, NOON + ms + 20);
    }
    const seen = camera.toServer(1_000_000 + 4 * VIDEO);
    const heard = microphone.toServer(7_000 + 4 * AUDIO);
    expect(Math.abs(seen - heard)).toBeLessThan(1);
    expect(Math.abs(heard - (NOON + 4_000 + 15))).toBeLessThan(2);
  });

  it('follows a crystal that is slow or fast', () => {
    for (const drift of [-80e-6, 80e-6]) {
      const clock = new TrackClock(AUDIO, new ParticipantClock());
      const hours = 4 * 3600;
      for (let second = 0; second <= hours; second++) {
        const sender = second * 1000 * (1 + drift);
        clock.arrived((sender * AUDIO) / 1000, NOON + second * 1000 + 20);
        if (second % 5 === 0) clock.reported(NOON + sender, (sender * AUDIO) / 1000, NOON + second * 1000 + 20);
      }
      const last = (hours * 1000 * (1 + drift) * AUDIO) / 1000;
      expect(Math.abs(clock.toServer(last) - (NOON + hours * 1000 + 20))).toBeLessThan(5);
    }
  });

  it('goes on when the sender sets its clock while the exam runs, for tracks that have not heard of it yet as well', () => {
    const participant = new ParticipantClock();
    const camera = new TrackClock(VIDEO, participant);
    const microphone = new TrackClock(AUDIO, participant);
    let set = 0;
    for (let second = 0; second < 20; second++) {
      const at = NOON + second * 1000;
      if (second === 10) set = -5_400_000;
      camera.arrived(second * VIDEO, at + 10);
      microphone.arrived(second * AUDIO, at + 10);
      camera.reported(at + set, second * VIDEO, at + 10);
      if (second < 10 || second > 15) microphone.reported(at + set, second * AUDIO, at + 10);
      expect(Math.abs(camera.toServer(second * VIDEO) - at - 10)).toBeLessThan(5);
      expect(Math.abs(microphone.toServer(second * AUDIO) - at - 10)).toBeLessThan(5);
    }
  });

  it('is not drawn away by one report that was made late', () => {
    const clock = new TrackClock(VIDEO, new ParticipantClock());
    for (let second = 0; second < 10; second++) {
      clock.arrived(second * VIDEO, NOON + second * 1000 + 10);
      clock.reported(NOON + second * 1000 + (second === 7 ? 300 : 0), second * VIDEO, NOON + second * 1000 + 310);
    }
    expect(Math.abs(clock.toServer(9 * VIDEO) - NOON - 9_010)).toBeLessThan(5);
  });
});
