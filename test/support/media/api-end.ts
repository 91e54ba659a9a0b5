import { createServer, type Server } from 'node:http';

import { type CommandAnswer, type EventPayload, type MediaFact, nodeNamespace, problemsOf } from '@aigaq/contracts';
import { Server as SocketServer, type Socket } from 'socket.io';

type Kind = MediaFact['kind'];
type FactOf<K extends Kind> = Extract<MediaFact, { kind: K }>;
type Load = (typeof nodeNamespace)['commands']['load']['input']['_output'];

interface Waiting {
  readonly look: () => boolean;
  readonly resolve: () => void;
}

/**
 * The API as a media node sees it: takes what fits the schemas of `/node`, says so, and remembers it. It can go away
 * and come back on the same port.
 */
export class ApiEnd {
  /** Facts as they came, those that came again included. */
  readonly heard: MediaFact[] = [];
  /** Commands that did not fit their schema: a fault of the node. */
  readonly faults: string[] = [];
  load: Load | undefined;
  private http: Server | undefined;
  private io: SocketServer | undefined;
  private node: Socket | undefined;
  private waiting: Waiting[] = [];

  constructor(
    private readonly secret: string,
    readonly port: number,
  ) {}

  /** Each fact once, in the order in which it came first. */
  get facts(): MediaFact[] {
    return [...new Map([...this.heard].reverse().map((fact) => [fact.factId, fact])).values()].reverse();
  }

  get connected(): boolean {
    return this.node !== undefined;
  }

  async open(): Promise<void> {
    this.http = createServer();
    this.io = new SocketServer(this.http, { serveClient: false });
    const namespace = this.io.of(nodeNamespace.path);
    namespace.use((socket, next) =>
      next((socket.handshake.auth as { secret?: unknown }).secret === this.secret ? undefined : new Error('forbidden')),
    );
    namespace.on('connection', (socket) => this.welcome(socket));
    await new Promise<void>((listening) => this.http?.listen(this.port, '127.0.0.1', listening));
  }

  /** Goes away without a word, as a process that ends. */
  async close(): Promise<void> {
    this.node = undefined;
    await this.io?.close();
    this.io = undefined;
  }

  /** Gives the node a command. */
  tell<Event extends keyof (typeof nodeNamespace)['events']>(
    event: Event,
    payload: EventPayload<typeof nodeNamespace, Event>,
  ): void {
    if (!this.node) throw new Error('No node is there.');
    this.node.emit(event, payload);
  }

  of<K extends Kind>(kind: K, wanted: (fact: FactOf<K>) => boolean = () => true): FactOf<K>[] {
    return this.facts.filter((fact): fact is FactOf<K> => fact.kind === kind && wanted(fact as FactOf<K>));
  }

  /** The first facts of a kind that are wanted, as soon as there are `count`. */
  async first<K extends Kind>(kind: K, wanted: (fact: FactOf<K>) => boolean, count = 1): Promise<FactOf<K>[]> {
    await this.until(() => this.of(kind, wanted).length >= count);
    return this.of(kind, wanted);
  }

  /** Looks again at whatever the node says. */
  async until(look: () => boolean): Promise<void> {
    if (look()) return;
    await new Promise<void>((resolve) => this.waiting.push({ look, resolve }));
  }

  private welcome(socket: Socket): void {
    const now = (): string => new Date().toISOString();
    this.on(socket, 'hello', () => {
      this.node = socket;
      return { now: now() };
    });
    this.on(socket, 'facts', ({ facts }) => {
      this.heard.push(...facts);
      return { accepted: facts.map(({ factId }) => factId) };
    });
    this.on(socket, 'load', (load) => {
      this.load = load;
      return { now: now() };
    });
    socket.on('disconnect', () => {
      if (this.node === socket) this.node = undefined;
      this.look();
    });
  }

  private on<Name extends keyof (typeof nodeNamespace)['commands']>(
    socket: Socket,
    name: Name,
    answer: (
      input: (typeof nodeNamespace)['commands'][Name]['input']['_output'],
    ) => CommandAnswer<typeof nodeNamespace, Name>,
  ): void {
    // The name is one of a table; socket.io's own types cannot follow it.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    socket.on(name as string, (input: unknown, acknowledge: (said: unknown) => void) => {
      const parsed = nodeNamespace.commands[name].input.safeParse(input);
      if (!parsed.success) {
        this.faults.push(`${name}: ${parsed.error.message}`);
        acknowledge({ ok: false, problems: problemsOf(parsed.error) });
        return;
      }
      acknowledge({ ok: true, value: answer(parsed.data) });
      this.look();
    });
  }

  private look(): void {
    const ready = this.waiting.filter(({ look }) => look());
    this.waiting = this.waiting.filter((each) => !ready.includes(each));
    for (const { resolve } of ready) resolve();
  }
}
