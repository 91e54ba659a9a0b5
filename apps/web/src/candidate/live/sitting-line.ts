import { namespaces, type MessageView, type MySitting, type SittingClock } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';

import { ProblemError } from '../../api/problem-error';
import { connect, type Answered, type TypedSocket } from '../../api/socket';
import { ClockOffset } from './clock-offset';
import { Value } from './value';

export type LinePhase = 'connecting' | 'up' | 'lost';
/** Who sits: this browser, or another one, and how that came about. */
export type Hold = 'asking' | 'ours' | 'other_device' | 'taken_over';
export interface Warning {
  readonly id: string;
  readonly text: string;
}
type Sensors = Record<string, 'working' | 'starting' | 'failed' | 'off'>;
type Reported = Parameters<TypedSocket<typeof namespaces.sitting>['command']>[1];

const heartbeatMilliseconds = 5000;
const answerMilliseconds = 4000;

export interface LineEvents {
  /** The server has everything up to this number; what is left may go out. */
  readonly joined: (acceptedThrough: number) => void;
  readonly left: () => void;
  readonly mediaMoved: () => void;
  readonly beaten: () => void;
  readonly sensors: () => Sensors;
}

/** The socket of one sitting: joins, comes back by itself, measures the server's clock, hears what the server says. */
export class SittingLine {
  readonly sitting: Value<MySitting>;
  readonly phase = new Value<LinePhase>('connecting');
  readonly hold = new Value<Hold>('asking');
  readonly messages = new Value<readonly MessageView[]>([]);
  readonly warnings = new Value<readonly Warning[]>([]);
  /** Why the server would not let this browser in. */
  readonly refusal = new Value<ProblemError | null>(null);
  private readonly offset = new ClockOffset();
  private readonly socket: TypedSocket<typeof namespaces.sitting>;
  private readonly timer: ReturnType<typeof setInterval>;
  private joining = false;
  private insisting = false;
  private beating = false;
  private closed = false;

  constructor(
    sitting: MySitting,
    private readonly deviceId: string,
    private readonly events: LineEvents,
  ) {
    this.sitting = new Value(sitting);
    this.socket = connect(namespaces.sitting);
    this.socket.onState((state) => {
      if (state === 'online') void this.join();
      else if (state === 'offline') this.lose();
    });
    this.socket.onRefused((error) => this.refusal.set(error));
    this.socket.on('changed', (changed) => this.sitting.set(changed));
    this.socket.on('message', (message) => this.hear(message));
    this.socket.on('warning', (warning) => this.warnings.set([...this.warnings.get(), warning]));
    this.socket.on('taken_over', () => this.hold.set('taken_over'));
    this.socket.on('media_moved', () => this.events.mediaMoved());
    this.timer = setInterval(() => void this.beat(), heartbeatMilliseconds);
  }

  /** The server's time, milliseconds of the Unix epoch; steady within the page whatever the machine's clock does. */
  now(): number {
    return performance.timeOrigin + performance.now() + this.offset.milliseconds;
  }

  /** The first join takes over without a question: it was asked before the page began anew. */
  insist(insists: boolean): void {
    this.insisting = insists;
  }

  /** Asks for the sitting; `takeOver` after the person said that it goes on here. */
  async join(takeOver = this.insisting): Promise<void> {
    if (this.joining || this.closed || (this.hold.get() === 'taken_over' && !takeOver)) return;
    this.joining = true;
    this.insisting = false;
    const sittingId = this.sitting.get().id;
    const answered = await this.socket.command('join', { sittingId, deviceId: this.deviceId, takeOver });
    this.joining = false;
    if (this.closed) return;
    if (answered.ok) {
      this.hold.set('ours');
      this.refusal.set(null);
      this.sitting.set(answered.value.sitting);
      this.messages.set(answered.value.messages);
      this.phase.set('up');
      this.events.joined(answered.value.acceptedThrough);
      void this.beat();
      return;
    }
    if (answered.offline) return;
    if (answered.problems.some(({ code }) => code === 'other_device')) {
      this.phase.set('up');
      if (this.hold.get() === 'asking' || this.hold.get() === 'other_device') this.hold.set('other_device');
      else this.hold.set('taken_over');
      // What this browser still has is taken all the same, and marked.
      this.events.joined(0);
      return;
    }
    // Too many joins pass; anything else is told.
    if (!answered.problems.some(({ code }) => code === 'too_many_requests'))
      this.refusal.set(new ProblemError(answered.problems, 0, answered.incident));
  }

  /** Another tab of this browser goes on with it. */
  yield(): void {
    this.hold.set('taken_over');
    this.close();
  }

  async report(entries: Extract<Reported, { entries: unknown }>['entries']) {
    return this.socket.command('report', { deviceId: this.deviceId, entries }, { attempts: 1 });
  }

  /** The id is made by the caller, so that trying again never says a thing twice. */
  async say(id: string, text: string): Promise<Answered<MessageView>> {
    const answered = await this.socket.command('say', { id, text }, { attempts: 2, timeout: answerMilliseconds });
    if (answered.ok) this.hear(answered.value);
    return answered;
  }

  acknowledgeWarning(id: string): void {
    this.warnings.set(this.warnings.get().filter((warning) => warning.id !== id));
  }

  /** Something newer came over another way than the socket. */
  update(sitting: MySitting): void {
    this.sitting.set(sitting);
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    this.socket.close();
  }

  private async beat(): Promise<void> {
    if (this.beating || this.closed || !this.socket.connected) return;
    this.beating = true;
    const sentAt = this.localNow();
    const answered = await this.socket.command(
      'heartbeat',
      { sensors: this.events.sensors() },
      { attempts: 1, timeout: answerMilliseconds },
    );
    this.beating = false;
    if (this.closed) return;
    if (answered.ok) {
      this.offset.sample(sentAt, this.localNow(), Date.parse(answered.value.now));
      this.tick(answered.value.clock);
      // A line that went silent and came back without breaking has not been joined anew by the socket.
      if (this.phase.get() === 'lost') void this.join();
      this.events.beaten();
    } else if (answered.offline) {
      // The socket notices a dead line only after a while; the heart knows it at once.
      this.lose();
    } else void this.join();
  }

  private tick(clock: SittingClock): void {
    const sitting = this.sitting.get();
    const { now: _now, ...rest } = sitting.clock;
    const same = (Object.keys(rest) as (keyof typeof rest)[]).every(
      (key) => key === 'remainingSeconds' || rest[key] === clock[key],
    );
    // The remaining seconds follow from the end while the time runs: nothing on the page has to change for them.
    if (same && clock.endsAt !== null) return;
    if (same && rest.remainingSeconds === clock.remainingSeconds) return;
    this.sitting.set({ ...sitting, clock });
  }

  private lose(): void {
    if (this.closed) return;
    this.phase.set('lost');
    this.events.left();
  }

  private hear(message: MessageView): void {
    const known = this.messages.get();
    if (known.some(({ id }) => id === message.id)) return;
    this.messages.set([...known, message].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)));
  }

  private localNow(): number {
    return performance.timeOrigin + performance.now();
  }
}

export const newMessageId = (): string => newId();
