import { io, type Socket } from 'socket.io-client';

import { type Acknowledgement, type CommandAnswer, type CommandInput, nodeNamespace } from '@aigaq/contracts';
import type { Log } from '@aigaq/platform';

import type { MediaConfig } from '../config';
import type { SegmentSpool } from '../recording/segment-spool';
import type { Rooms } from '../rooms/rooms';
import type { FactOutbox } from './fact-outbox';

type Name = keyof (typeof nodeNamespace)['commands'];

const answerMilliseconds = 10_000;
const loadMilliseconds = 5000;
/** A refusal, such as of an API that is still starting, is asked about again after so long. */
const againMilliseconds = 2000;
/** Clocks that differ by more put the recording beside what it shows. */
const skewMilliseconds = 1000;
const batch = 200;

/** This node's own connection to the API: commands come in, facts go out and are sent again until acknowledged. */
export class ApiLink {
  private readonly socket: Socket;
  private timer: NodeJS.Timeout | undefined;
  private retry: NodeJS.Timeout | undefined;
  private sending: Promise<void> | undefined;
  private greeted = false;
  private closed = false;
  private measured = { at: performance.now(), cpu: process.cpuUsage() };

  constructor(
    private readonly config: MediaConfig,
    private readonly facts: FactOutbox,
    private readonly rooms: Rooms,
    private readonly spool: SegmentSpool,
    private readonly log: Log,
  ) {
    this.socket = io(new URL(nodeNamespace.path, config.API_URL).toString(), {
      autoConnect: false,
      transports: ['websocket'],
      auth: { secret: config.NODE_SECRET, name: config.NODE_NAME },
      reconnectionDelay: 200,
      reconnectionDelayMax: 2000,
    });
  }

  get connected(): boolean {
    return this.socket.connected && this.greeted;
  }

  connect(): void {
    this.socket.on('connect', () => void this.greet());
    this.socket.on('disconnect', () => {
      this.greeted = false;
      this.comeBack();
    });
    this.socket.on('connect_error', (error) => {
      // A server that is away is tried by the socket itself, without a word; a server that refuses is not.
      if (this.socket.active) return;
      this.log.error('The API refuses this node; it is asked again.', error);
      this.comeBack();
    });
    this.obey();
    this.facts.onAdded(() => this.send());
    this.timer = setInterval(() => void this.tell(), loadMilliseconds);
    this.socket.connect();
  }

  /** Resolves when every fact is acknowledged, when the API does not answer, or after so many milliseconds. */
  async flush(limit: number): Promise<void> {
    this.send();
    const late = new AbortController();
    const limited = new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, limit);
      late.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    await Promise.race([this.sending, limited]);
    late.abort();
  }

  close(): void {
    this.closed = true;
    clearInterval(this.timer);
    clearTimeout(this.retry);
    this.socket.disconnect();
  }

  /** After a goodbye of the server the socket does not connect again by itself. */
  private comeBack(): void {
    if (this.socket.active) return;
    this.later(() => this.socket.connect());
  }

  private later(act: () => void): void {
    clearTimeout(this.retry);
    if (!this.closed) this.retry = setTimeout(act, againMilliseconds);
  }

  private async greet(): Promise<void> {
    const { NODE_NAME: name, MEDIA_URL: url, WORKERS: workers } = this.config;
    const answer = await this.ask('hello', { name, url, workers, version: process.env['npm_package_version'] ?? '0' });
    if (!answer?.ok) {
      this.log.warn('The API did not take this node in; it is asked again.', {
        problems: JSON.stringify(answer?.problems ?? 'no answer'),
      });
      this.later(() => this.socket.connected && !this.greeted && void this.greet());
      return;
    }
    this.greeted = true;
    this.log.info('The API has taken this node in.');
    const skew = Date.now() - Date.parse(answer.value.now);
    if (Math.abs(skew) > skewMilliseconds)
      this.log.warn('The clocks of API and media node differ: recordings will lie beside what they show.', { skew });
    this.send();
  }

  private obey(): void {
    const on = <Event extends keyof (typeof nodeNamespace)['events']>(
      event: Event,
      act: (payload: never) => Promise<void>,
    ): void => {
      // The name is one of a table; socket.io's own types cannot follow it.
      // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
      this.socket.on(event as string, (payload: unknown) => {
        const parsed = nodeNamespace.events[event].safeParse(payload);
        if (parsed.success)
          act(parsed.data as never).catch((error: unknown) => this.log.error(`The command ${event} failed.`, error));
        else this.log.warn('A command of the API was out of its schema.', { event });
      });
    };
    on('closeRoom', ({ room }: { room: string }) => this.rooms.close(room));
    on('remove', ({ room, participant, reason }: { room: string; participant: string; reason: string }) =>
      this.rooms.remove(room, participant, reason),
    );
    on('drain', ({ reason }: { reason: string }) => this.rooms.drain(reason));
  }

  private send(): void {
    if (!this.greeted) return;
    this.sending ??= this.sendAll();
  }

  private async sendAll(): Promise<void> {
    // What is added at once goes out together.
    await Promise.resolve();
    while (this.connected && this.facts.waiting > 0) {
      const answer = await this.ask('facts', { facts: this.facts.next(batch) });
      if (!answer?.ok || answer.value.accepted.length === 0) {
        this.log.warn('Facts were not taken and are sent again.', { waiting: this.facts.waiting });
        break;
      }
      this.facts.acknowledged(answer.value.accepted);
    }
    this.sending = undefined;
  }

  private async tell(): Promise<void> {
    if (!this.connected) return;
    this.send();
    await this.ask('load', {
      rooms: this.rooms.size,
      participants: this.rooms.participants,
      cpu: this.cores(),
      backlog: this.spool.backlog,
    });
  }

  /** Cores that this process used since the last time; the mediasoup workers have cores of their own. */
  private cores(): number {
    const before = this.measured;
    this.measured = { at: performance.now(), cpu: process.cpuUsage() };
    const { user, system } = process.cpuUsage(before.cpu);
    return Math.round((user + system) / (10 * Math.max(1, this.measured.at - before.at))) / 100;
  }

  private async ask<Command extends Name>(
    name: Command,
    input: CommandInput<typeof nodeNamespace, Command>,
  ): Promise<Acknowledgement<CommandAnswer<typeof nodeNamespace, Command>> | undefined> {
    try {
      return (await this.socket.timeout(answerMilliseconds).emitWithAck(name, input)) as Acknowledgement<
        CommandAnswer<typeof nodeNamespace, Command>
      >;
    } catch {
      return undefined;
    }
  }
}
