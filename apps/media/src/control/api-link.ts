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
const batch = 200;

/** This node's own connection to the API: commands come in, facts go out and are sent again until acknowledged. */
export class ApiLink {
  private readonly socket: Socket;
  private timer: NodeJS.Timeout | undefined;
  private sending: Promise<void> | undefined;
  private greeted = false;

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
    });
    this.obey();
    this.facts.onAdded(() => this.send());
    this.timer = setInterval(() => void this.tell(), loadMilliseconds);
    this.socket.connect();
  }

  /** Resolves when every fact is acknowledged, or when the API does not answer. */
  async flush(): Promise<void> {
    this.send();
    await this.sending;
  }

  close(): void {
    clearInterval(this.timer);
    this.socket.disconnect();
  }

  private async greet(): Promise<void> {
    const { NODE_NAME: name, MEDIA_URL: url, WORKERS: workers } = this.config;
    const answer = await this.ask('hello', { name, url, workers, version: process.env['npm_package_version'] ?? '0' });
    if (!answer?.ok) {
      this.log.warn('The API did not take this node in.', {
        problems: JSON.stringify(answer?.problems ?? 'no answer'),
      });
      return;
    }
    this.greeted = true;
    this.log.info('The API has taken this node in.');
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
    on('drain', ({ reason }: { reason: string }) => Promise.resolve(this.rooms.drain(reason)));
  }

  private send(): void {
    if (!this.greeted) return;
    this.sending ??= this.sendAll().finally(() => {
      this.sending = undefined;
    });
  }

  private async sendAll(): Promise<void> {
    while (this.connected && this.facts.waiting > 0) {
      const answer = await this.ask('facts', { facts: this.facts.next(batch) });
      if (!answer?.ok || answer.value.accepted.length === 0) {
        this.log.warn('Facts were not taken and are sent again.', { waiting: this.facts.waiting });
        return;
      }
      this.facts.acknowledged(answer.value.accepted);
    }
  }

  private async tell(): Promise<void> {
    if (!this.connected) return;
    this.send();
    const cpu = process.cpuUsage();
    await this.ask('load', {
      rooms: this.rooms.size,
      participants: await this.rooms.participants(),
      cpu: (cpu.user + cpu.system) / 1e6,
      backlog: this.spool.backlog,
    });
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
