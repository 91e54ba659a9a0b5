const remembered = 'aigaq.proctorSounds';

export type Sound = 'flag' | 'message' | 'waiting';

/** Hertz, one short tone after the other: told apart without looking, none of them an alarm. */
const tones: Readonly<Record<Sound, readonly number[]>> = {
  flag: [523],
  message: [659, 784],
  waiting: [392, 523],
};
const toneSeconds = 0.14;
/** Many flags at once are one sound. */
const pauseMilliseconds = 1500;

/** Short signals, off until somebody turns them on. */
export class Sounds {
  private context: AudioContext | undefined;
  private last = 0;

  get on(): boolean {
    return localStorage.getItem(remembered) === 'on';
  }

  set(on: boolean): void {
    localStorage.setItem(remembered, on ? 'on' : 'off');
    if (on) this.play('message');
  }

  play(sound: Sound): void {
    if (!this.on || performance.now() - this.last < pauseMilliseconds) return;
    this.last = performance.now();
    this.context ??= new AudioContext();
    void this.context.resume().then(() => tones[sound].forEach((hertz, index) => this.tone(hertz, index)));
  }

  private tone(hertz: number, index: number): void {
    if (!this.context) return;
    const from = this.context.currentTime + index * toneSeconds;
    const oscillator = new OscillatorNode(this.context, { frequency: hertz });
    const volume = new GainNode(this.context, { gain: 0 });
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.12, from + 0.02);
    volume.gain.linearRampToValueAtTime(0, from + toneSeconds);
    oscillator.connect(volume).connect(this.context.destination);
    oscillator.start(from);
    oscillator.stop(from + toneSeconds);
  }
}
