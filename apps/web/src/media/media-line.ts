import { Device } from 'mediasoup-client';
import type { Transport } from 'mediasoup-client/types';

import { mediaNamespace, type CommandAnswer, type JoinTicket } from '@aigaq/contracts';

import { connect, unwrap, type TypedSocket } from '../api/socket';

/** `live`: joined, and the media flow; `lost`: being tried again. */
export type MediaState = 'connecting' | 'live' | 'lost' | 'closed';
export type MediaSocket = TypedSocket<typeof mediaNamespace>;
export type Welcome = CommandAnswer<typeof mediaNamespace, 'join'>;

/** One joined connection to a media node, until it breaks. */
export interface Joined {
  readonly socket: MediaSocket;
  readonly device: Device;
  readonly welcome: Welcome;
}

/** One try to be joined, and what became of it. */
interface Attempt {
  socket: MediaSocket | undefined;
  line: Joined | undefined;
}

/** Milliseconds before the next try; the last one repeats. */
const waits = [0, 500, 1000, 2000] as const;
/** Some chance is added, so that a room whose node is gone does not return at one moment. */
const jitterMilliseconds = 1000;
/** A line that stood so long was good: the next break is tried again at once. */
const goodMilliseconds = 10_000;
/** A request or a join that takes longer went into a broken line; a new one gets through sooner. */
const answerMilliseconds = 5000;
/** What ICE gets to come back by itself or by a restart, with the recording going on, before all begins anew. */
const iceGraceMilliseconds = 12_000;

/**
 * Keeps a connection to a media node: fetches a ticket, joins, and begins anew when the node goes, the line breaks or
 * ICE fails. Never gives up by itself.
 */
export abstract class MediaLine {
  private attempt: Attempt | undefined;
  private opened = false;
  private failures = 0;
  private liveSince = Infinity;
  private restarting: Transport | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private iceTimer: ReturnType<typeof setTimeout> | undefined;
  private lastState: MediaState = 'connecting';
  private readonly listeners = new Set<(state: MediaState) => void>();
  private readonly hurry = (): void => {
    if (this.retry !== undefined) this.begin();
  };

  constructor(private readonly ticket: () => Promise<JoinTicket>) {}

  get state(): MediaState {
    return this.lastState;
  }

  /** Hears the state now and at each change; the answer stops hearing it. */
  onState(listener: (state: MediaState) => void): () => void {
    this.listeners.add(listener);
    listener(this.lastState);
    return () => void this.listeners.delete(listener);
  }

  open(): void {
    if (this.opened || this.isClosed()) return;
    this.opened = true;
    // The browser knows first that there is a network again.
    window.addEventListener('online', this.hurry);
    this.begin();
  }

  close(): void {
    if (this.isClosed()) return;
    this.become('closed');
    window.removeEventListener('online', this.hurry);
    this.drop();
  }

  /** Begins anew at once: the server asked for it, or the tracks cannot go on as they are. */
  renew(): void {
    if (!this.opened || this.isClosed()) return;
    this.drop();
    this.again();
  }

  /** Everything is joined: publish or receive. Rejects when that cannot be done on this line. */
  protected abstract joined(line: Joined): Promise<void>;
  /** The connection is let go of, with all that hangs on it. When it is for good, the socket waits for what is said yet. */
  protected abstract left(line: Joined): Promise<void> | undefined;

  protected get line(): Joined | undefined {
    return this.attempt?.line;
  }

  protected async transport(line: Joined, direction: 'send' | 'receive'): Promise<Transport> {
    const options = unwrap(await line.socket.command('createTransport', { direction }, { attempts: 1 }));
    const settings = options as unknown as Parameters<Device['createSendTransport']>[0];
    const transport =
      direction === 'send' ? line.device.createSendTransport(settings) : line.device.createRecvTransport(settings);
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      line.socket
        .command(
          'connectTransport',
          { transportId: transport.id, dtlsParameters: { ...dtlsParameters } },
          { attempts: 1 },
        )
        .then((answered) => void unwrap(answered))
        .then(done, failed);
    });
    transport.on('connectionstatechange', (state) => this.follow(line, transport, state));
    return transport;
  }

  private begin(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    const attempt: Attempt = { socket: undefined, line: undefined };
    this.attempt = attempt;
    this.enter(attempt).catch(() => {
      if (this.attempt !== attempt) return;
      this.drop();
      this.again();
    });
  }

  private async enter(attempt: Attempt): Promise<void> {
    const still = (): void => {
      if (this.attempt !== attempt) throw new Error('Another attempt took over.');
    };
    const ticket = await inTime(this.ticket());
    still();
    const socket = connect(mediaNamespace, { address: ticket.url });
    attempt.socket = socket;
    const gone = new Promise<never>((_, reject) => {
      socket.onState((state) => state === 'offline' && reject(new Error('The media node is not reached.')));
    });
    // A ticket is good once: a join whose answer was lost needs another.
    const joining = socket.command('join', { ticket: ticket.ticket }, { attempts: 1, timeout: answerMilliseconds });
    const welcome = unwrap(await Promise.race([joining, gone]));
    still();
    const device = new Device();
    await device.load({ routerRtpCapabilities: welcome.rtpCapabilities });
    still();
    const line: Joined = { socket, device, welcome };
    attempt.line = line;
    gone.catch(() => this.attempt === attempt && this.renew());
    socket.on('draining', ({ reason }) => {
      if (this.attempt === attempt) this.sentAway(reason);
    });
    await this.joined(line);
    still();
    this.liveSince = performance.now();
    this.become('live');
  }

  private sentAway(reason: string): void {
    // Somebody else came in our place: if both insisted at once, neither would stay.
    if (reason === 'replaced') this.failures = waits.length;
    this.renew();
  }

  private isClosed(): boolean {
    return this.lastState === 'closed';
  }

  private again(): void {
    this.become('lost');
    if (performance.now() - this.liveSince > goodMilliseconds) this.failures = 0;
    this.liveSince = Infinity;
    const wait = waits[Math.min(this.failures, waits.length - 1)] ?? 0;
    this.failures += 1;
    this.retry = setTimeout(() => this.begin(), wait + Math.random() * jitterMilliseconds);
  }

  private drop(): void {
    clearTimeout(this.retry);
    this.retry = undefined;
    clearTimeout(this.iceTimer);
    this.iceTimer = undefined;
    const { attempt } = this;
    this.attempt = undefined;
    const lastWord = attempt?.line && this.left(attempt.line);
    if (lastWord) void lastWord.finally(() => attempt.socket?.close());
    else attempt?.socket?.close();
  }

  /** ICE is restarted while the signalling stands; when that does not help, all begins anew. */
  private follow(line: Joined, transport: Transport, state: string): void {
    if (this.line !== line) return;
    if (state === 'connected') {
      clearTimeout(this.iceTimer);
      this.iceTimer = undefined;
      if (this.liveSince !== Infinity) this.become('live');
    }
    if (state !== 'disconnected' && state !== 'failed') return;
    this.become('lost');
    void this.restartIce(line, transport);
    this.iceTimer ??= setTimeout(() => this.line === line && this.renew(), iceGraceMilliseconds);
  }

  private async restartIce(line: Joined, transport: Transport): Promise<void> {
    // Never two at once: after the second the answer to the first would be worth nothing.
    if (this.restarting === transport) return;
    this.restarting = transport;
    const options = { attempts: 1, timeout: iceGraceMilliseconds };
    const answered = await line.socket.command('restartIce', { transportId: transport.id }, options);
    if (answered.ok && !transport.closed)
      await transport.restartIce({ iceParameters: answered.value.iceParameters as never }).catch(() => undefined);
    if (this.restarting === transport) this.restarting = undefined;
  }

  private become(state: MediaState): void {
    if (this.lastState === state || this.lastState === 'closed') return;
    this.lastState = state;
    for (const listener of this.listeners) listener(state);
  }
}

function inTime<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('No answer in time.')), answerMilliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
