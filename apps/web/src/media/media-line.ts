import { Device } from 'mediasoup-client';
import type { Transport } from 'mediasoup-client/types';

import { mediaNamespace, type CommandAnswer, type JoinTicket } from '@aigaq/contracts';

import { connect, unwrap, type TypedSocket } from '../api/socket';

export type MediaState = 'connecting' | 'live' | 'lost' | 'closed';
export type MediaSocket = TypedSocket<typeof mediaNamespace>;
export type Welcome = CommandAnswer<typeof mediaNamespace, 'join'>;

/** One joined connection to a media node, until it breaks. */
export interface Joined {
  readonly socket: MediaSocket;
  readonly device: Device;
  readonly welcome: Welcome;
}

/** Milliseconds before the next try; the last one repeats. Some chance is added, so that a room does not return at once. */
const waits = [0, 300, 1200, 2700, 4800, 7000] as const;
const jitterMilliseconds = 1000;
const iceGraceMilliseconds = 5000;

/**
 * Keeps a connection to a media node: fetches a ticket, joins, and begins anew when the node goes, the line breaks or
 * ICE fails. Never gives up by itself.
 */
export abstract class MediaLine {
  private current: Joined | undefined;
  private failures = 0;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private iceTimer: ReturnType<typeof setTimeout> | undefined;
  private lastState: MediaState = 'connecting';
  private readonly listeners = new Set<(state: MediaState) => void>();

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
    void this.attempt();
  }

  close(): void {
    this.become('closed');
    clearTimeout(this.retry);
    this.drop();
  }

  /** Everything is joined: publish or receive. */
  protected abstract joined(line: Joined): Promise<void>;
  /** The connection is gone with all that hung on it. */
  protected abstract left(): void;

  protected get line(): Joined | undefined {
    return this.current;
  }

  /** Begins anew at once: the server asked for it, or the tracks cannot go on as they are. */
  renew(): void {
    if (this.lastState === 'closed') return;
    this.drop();
    this.again();
  }

  protected async transport(line: Joined, direction: 'send' | 'receive'): Promise<Transport> {
    const options = unwrap(await line.socket.command('createTransport', { direction }));
    const settings = options as unknown as Parameters<Device['createSendTransport']>[0];
    const transport =
      direction === 'send' ? line.device.createSendTransport(settings) : line.device.createRecvTransport(settings);
    transport.on('connect', ({ dtlsParameters }, done, failed) => {
      line.socket
        .command('connectTransport', { transportId: transport.id, dtlsParameters: { ...dtlsParameters } })
        .then((answered) => void unwrap(answered))
        .then(done, failed);
    });
    transport.on('connectionstatechange', (state) => this.follow(line, transport, state));
    return transport;
  }

  private async attempt(): Promise<void> {
    let socket: MediaSocket | undefined;
    try {
      const ticket = await this.ticket();
      socket = connect(mediaNamespace, { address: ticket.url });
      await this.enter(socket, ticket);
    } catch {
      socket?.close();
      if (this.current?.socket === socket) this.drop();
      this.again();
    }
  }

  private async enter(socket: MediaSocket, ticket: JoinTicket): Promise<void> {
    // A ticket is good once: a join whose answer was lost needs another.
    const welcome = unwrap(await socket.command('join', { ticket: ticket.ticket }, { attempts: 1 }));
    if (this.isClosed()) throw new Error('closed meanwhile');
    const device = new Device();
    await device.load({ routerRtpCapabilities: welcome.rtpCapabilities });
    const line: Joined = { socket, device, welcome };
    this.current = line;
    const broken = (): void => {
      if (this.current === line) this.renew();
    };
    socket.onState((state) => state === 'offline' && broken());
    socket.on('draining', broken);
    await this.joined(line);
    this.failures = 0;
    this.become('live');
  }

  private isClosed(): boolean {
    return this.lastState === 'closed';
  }

  private again(): void {
    if (this.isClosed()) return;
    this.become('lost');
    const wait = waits[Math.min(this.failures, waits.length - 1)] ?? 0;
    this.failures += 1;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => void this.attempt(), wait + Math.random() * (wait === 0 ? 0 : jitterMilliseconds));
  }

  private drop(): void {
    clearTimeout(this.iceTimer);
    const line = this.current;
    this.current = undefined;
    if (!line) return;
    this.left();
    line.socket.close();
  }

  /** ICE is restarted while the signalling stands; when that does not help, all begins anew. */
  private follow(line: Joined, transport: Transport, state: string): void {
    if (this.current !== line) return;
    if (state === 'connected') clearTimeout(this.iceTimer);
    if (state !== 'disconnected' && state !== 'failed') return;
    void this.restartIce(line, transport);
    clearTimeout(this.iceTimer);
    this.iceTimer = setTimeout(
      () => this.current === line && transport.connectionState !== 'connected' && this.renew(),
      iceGraceMilliseconds,
    );
  }

  private async restartIce(line: Joined, transport: Transport): Promise<void> {
    const answered = await line.socket.command('restartIce', { transportId: transport.id }, { attempts: 1 });
    if (answered.ok && !transport.closed)
      await transport.restartIce({ iceParameters: answered.value.iceParameters as never }).catch(() => undefined);
  }

  private become(state: MediaState): void {
    if (this.lastState === state || this.lastState === 'closed') return;
    this.lastState = state;
    for (const listener of this.listeners) listener(state);
  }
}
