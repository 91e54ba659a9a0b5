/**
 * Typed socket.io over the namespaces of @aigaq/contracts.
 *
 *   const socket = connect(namespaces.sitting);
 *   const joined = await socket.command('join', { sittingId, deviceId });   // never throws
 *   if (joined.ok) joined.value.sitting … else joined.problems / joined.offline
 *   const stop = socket.on('changed', (sitting) => …);                      // returns the unsubscriber
 *   socket.onState((state) => …);                                           // 'connecting' | 'online' | 'offline'
 *   socket.close();
 *
 * A media node has its own address: `connect(namespaces.media, { address: ticket.address, auth: { ticket } })`.
 * A command without acknowledgement is sent again (commands are safe to repeat); after `attempts` it answers
 * `{ ok: false, offline: true, problems: [] }`. Where throwing suits (TanStack Query): `unwrap(await socket.command(…))`.
 * After a reconnection without recovered state (`onReconnect`) the page joins or watches again.
 */
import { io, type Socket } from 'socket.io-client';
import type { z } from 'zod';

import {
  problemAnswer,
  type CommandAnswer,
  type EventPayload,
  type NamespaceDefinition,
  type Problem,
} from '@aigaq/contracts';

import { checkContract } from './contract-checks';
import { ProblemError } from './problem-error';

export type Answered<Value> =
  { ok: true; value: Value } | { ok: false; problems: readonly Problem[]; offline: boolean; incident?: string };

export type SocketState = 'connecting' | 'online' | 'offline';

/** The part of socket.io-client that is used: a test brings its own. */
export interface Line {
  readonly connected: boolean;
  readonly recovered: boolean;
  on(event: string, listener: (...values: unknown[]) => void): unknown;
  off(event: string, listener: (...values: unknown[]) => void): unknown;
  timeout(milliseconds: number): { emitWithAck(event: string, ...values: unknown[]): Promise<unknown> };
  disconnect(): unknown;
}

export interface ConnectOptions {
  /** Origin of the server; this page's own where it is left out. */
  address?: string;
  auth?: Record<string, string>;
}

export interface CommandOptions {
  /** Milliseconds to wait for one acknowledgement. */
  timeout?: number;
  /** How often the command is sent in all. */
  attempts?: number;
}

export function connect<N extends NamespaceDefinition>(definition: N, options: ConnectOptions = {}): TypedSocket<N> {
  const socket: Socket = io(`${options.address ?? ''}${definition.path}`, {
    transports: ['websocket', 'polling'],
    withCredentials: true,
    reconnectionDelay: 500,
    reconnectionDelayMax: 5000,
    forceNew: options.address !== undefined,
    ...(options.auth ? { auth: options.auth } : {}),
  });
  // Our own server ends a connection with its session: it is asked again, so that the refusal comes with its reason.
  if (options.address === undefined)
    socket.on('disconnect', (reason) => {
      if (reason === 'io server disconnect') socket.connect();
    });
  return new TypedSocket(definition, socket);
}

export class TypedSocket<N extends NamespaceDefinition> {
  private closed = false;

  constructor(
    private readonly definition: N,
    readonly line: Line,
  ) {}

  get connected(): boolean {
    return this.line.connected;
  }

  async command<Name extends keyof N['commands'] & string>(
    name: Name,
    input: z.input<N['commands'][Name]['input']>,
    { timeout = 8000, attempts = 3 }: CommandOptions = {},
  ): Promise<Answered<CommandAnswer<N, Name>>> {
    this.check('command', name, this.definition.commands[name]?.input, input);
    for (let attempt = 1; attempt <= attempts && !this.closed; attempt += 1) {
      const reply = await this.line
        .timeout(timeout)
        .emitWithAck(name, input)
        .catch(() => undefined);
      if (reply !== undefined) return this.read(name, reply);
    }
    return { ok: false, problems: [], offline: true };
  }

  /** Hears an event; the answer stops hearing it. */
  on<Name extends keyof N['events'] & string>(
    name: Name,
    listener: (payload: EventPayload<N, Name>) => void,
  ): () => void {
    const hear = (payload: unknown): void => {
      this.check('event', name, this.definition.events[name], payload);
      listener(payload as EventPayload<N, Name>);
    };
    this.line.on(name, hear);
    return () => void this.line.off(name, hear);
  }

  /** Tells the state now and at each change. */
  onState(listener: (state: SocketState) => void): () => void {
    const up = (): void => listener('online');
    const down = (): void => listener('offline');
    this.line.on('connect', up);
    this.line.on('disconnect', down);
    this.line.on('connect_error', down);
    listener(this.line.connected ? 'online' : 'connecting');
    return () => {
      this.line.off('connect', up);
      this.line.off('disconnect', down);
      this.line.off('connect_error', down);
    };
  }

  /** The server would not let this browser in, and says why; it is not asked again by itself. */
  onRefused(listener: (error: ProblemError) => void): () => void {
    const hear = (thrown: unknown): void => {
      const refusal = problemAnswer.safeParse((thrown as { data?: unknown }).data);
      if (refusal.success) listener(new ProblemError(refusal.data.problems, 0, refusal.data.incident));
    };
    this.line.on('connect_error', hear);
    return () => void this.line.off('connect_error', hear);
  }

  /** Every connection whose missed events the server could not send again: the first one too. */
  onReconnect(listener: () => void): () => void {
    const hear = (): void => {
      if (!this.line.recovered) listener();
    };
    this.line.on('connect', hear);
    return () => void this.line.off('connect', hear);
  }

  close(): void {
    this.closed = true;
    this.line.disconnect();
  }

  private read<Name extends keyof N['commands'] & string>(
    name: Name,
    reply: unknown,
  ): Answered<CommandAnswer<N, Name>> {
    const answer = reply as { ok?: unknown; value?: unknown };
    if (answer.ok === true) {
      this.check('answer', name, this.definition.commands[name]?.answer, answer.value);
      return { ok: true, value: answer.value as CommandAnswer<N, Name> };
    }
    const { ok: _, ...rest } = answer;
    const refusal = problemAnswer.safeParse(rest);
    if (!refusal.success) return { ok: false, problems: [{ code: 'internal' }], offline: false };
    const { problems, incident } = refusal.data;
    return { ok: false, problems, offline: false, ...(incident === undefined ? {} : { incident }) };
  }

  private check(what: string, name: string, schema: z.ZodType | undefined, payload: unknown): void {
    checkContract(`${this.definition.path} ${what} ${name}`, schema, payload);
  }
}

/** The value, or a `ProblemError` thrown. */
export function unwrap<Value>(answered: Answered<Value>): Value {
  if (answered.ok) return answered.value;
  throw new ProblemError(answered.problems, 0, answered.incident, answered.offline);
}
