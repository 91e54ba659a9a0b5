import {
  proctorNamespace,
  type CommandAnswer,
  type FlagView,
  type MessageView,
  type SittingDetail,
  type SittingRow,
} from '@aigaq/contracts';
import type { z } from 'zod';

import { ProblemError } from '../../api/call';
import { connect, unwrap, type SocketState, type TypedSocket } from '../../api/socket';

type Commands = typeof proctorNamespace.commands;

/** Something that a proctor may want to hear of. */
export type News =
  | { readonly kind: 'flag'; readonly sittingId: string; readonly flag: FlagView }
  | { readonly kind: 'message'; readonly sittingId: string; readonly message: MessageView }
  | { readonly kind: 'waiting'; readonly sittingId: string };

export interface WallState {
  readonly rows: ReadonlyMap<string, SittingRow>;
  /** False until the rows were read once. */
  readonly loaded: boolean;
  readonly line: SocketState;
  /** Why this person may not watch the event. */
  readonly refused: ProblemError | null;
  readonly openId: string | null;
  readonly detail: SittingDetail | null;
  readonly openError: ProblemError | null;
  /** Milliseconds that the server's clock is ahead of this one. */
  readonly serverAhead: number;
}

const nothing: WallState = {
  rows: new Map(),
  loaded: false,
  line: 'connecting',
  refused: null,
  openId: null,
  detail: null,
  openError: null,
  serverAhead: 0,
};

/** What the proctor's socket knows of one event; comes back by itself after a break. */
export class WallConnection {
  private state = nothing;
  private socket: TypedSocket<typeof proctorNamespace> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly newsListeners = new Set<(news: News) => void>();
  private measured = false;

  constructor(private readonly eventId: string) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): WallState => this.state;

  onNews(listener: (news: News) => void): () => void {
    this.newsListeners.add(listener);
    return () => this.newsListeners.delete(listener);
  }

  start(): () => void {
    const socket = connect(proctorNamespace);
    this.socket = socket;
    this.measured = false;
    socket.onState((line) => this.set({ line }));
    socket.onRefused((refused) => this.set({ refused }));
    socket.onReconnect(() => void this.watch(socket));
    socket.on('row', (row) => this.takeRow(row));
    socket.on('detail', (detail) => this.takeDetail(detail));
    socket.on('flag', ({ sittingId, flag }) => this.takeFlag(sittingId, flag));
    socket.on('message', ({ sittingId, message }) => this.takeMessage(sittingId, message));
    return () => {
      socket.close();
      if (this.socket === socket) this.socket = undefined;
    };
  }

  /** Opens a candidate in the side panel; null closes it. */
  async open(sittingId: string | null): Promise<void> {
    if (sittingId === this.state.openId && this.state.openError === null) return;
    this.set({ openId: sittingId, detail: null, openError: null });
    if (sittingId !== null) await this.fetchDetail(sittingId);
  }

  /** Carries out a command; throws `ProblemError`. What answers with the detail also shows it. */
  async command<Name extends keyof Commands>(
    name: Name,
    input: z.input<Commands[Name]['input']>,
  ): Promise<CommandAnswer<typeof proctorNamespace, Name>> {
    if (!this.socket) throw ProblemError.offline();
    const value = unwrap(await this.socket.command(name, input));
    if (typeof value === 'object' && 'row' in value) this.takeDetail(value);
    return value;
  }

  private async watch(socket: TypedSocket<typeof proctorNamespace>): Promise<void> {
    const answered = await socket.command('watch', { eventId: this.eventId });
    if (this.socket !== socket) return;
    if (!answered.ok) {
      if (!answered.offline) this.set({ refused: new ProblemError(answered.problems, 0, answered.incident) });
      return;
    }
    const rows = answered.value.rows;
    this.measured = false;
    for (const row of rows) this.measure(row.clock.now);
    this.set({ rows: new Map(rows.map((row) => [row.id, row])), loaded: true, refused: null });
    const { openId } = this.state;
    if (openId !== null) await this.fetchDetail(openId);
  }

  private async fetchDetail(sittingId: string): Promise<void> {
    if (!this.socket?.connected) return;
    const answered = await this.socket.command('open', { sittingId });
    if (this.state.openId !== sittingId) return;
    if (answered.ok) this.takeDetail(answered.value);
    else this.set({ openError: new ProblemError(answered.problems, 0, answered.incident, answered.offline) });
  }

  private takeRow(row: SittingRow): void {
    const before = this.state.rows.get(row.id);
    this.measure(row.clock.now);
    this.set({ rows: new Map(this.state.rows).set(row.id, row) });
    if (row.state === 'identifying' && before?.state !== 'identifying')
      this.tell({ kind: 'waiting', sittingId: row.id });
  }

  /** A detail that came by another way, such as the answer of a request. */
  takeDetail(detail: SittingDetail): void {
    this.takeRow(detail.row);
    if (detail.row.id === this.state.openId) this.set({ detail, openError: null });
  }

  private takeFlag(sittingId: string, flag: FlagView): void {
    const { detail } = this.state;
    const known = detail?.flags.some((each) => each.id === flag.id);
    if (detail?.row.id === sittingId) {
      const flags = known ? detail.flags.map((each) => (each.id === flag.id ? flag : each)) : [...detail.flags, flag];
      this.set({ detail: { ...detail, flags } });
    }
    if (flag.state === 'raised' && flag.triagedAt === null && flag.severity > 0 && !known)
      this.tell({ kind: 'flag', sittingId, flag });
  }

  private takeMessage(sittingId: string, message: MessageView): void {
    const { detail } = this.state;
    if (detail?.row.id === sittingId && !detail.messages.some((each) => each.id === message.id))
      this.set({ detail: { ...detail, messages: [...detail.messages, message] } });
    if (message.from === 'candidate') this.tell({ kind: 'message', sittingId, message });
  }

  /** What comes quickest is nearest to the truth: every delay only makes the server look behind. */
  private measure(serverNow: string): void {
    const ahead = Date.parse(serverNow) - Date.now();
    if (this.measured && ahead <= this.state.serverAhead) return;
    this.measured = true;
    this.set({ serverAhead: ahead });
  }

  private tell(news: News): void {
    for (const listener of this.newsListeners) listener(news);
  }

  private set(change: Partial<WallState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
