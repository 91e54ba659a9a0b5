import { routes, type MySitting } from '@aigaq/contracts';

import { call } from '../../api/call';
import { ReportSender, type SendingState } from '../outbox/report-sender';
import { BrowserReportStore, type NewEntry, type ReportStore } from '../outbox/report-store';
import { AnswerBook } from './answer-book';
import { mergeAnswers } from './answers';
import { LocalMedia } from './local-media';
import { entryOf, OpenObservations } from './observations';
import { Room } from './room';
import { SittingLine } from './sitting-line';
import { stageOf } from './steps';
import { Submission } from './submission';
import { TabClaim } from './tab-claim';
import { Value } from './value';
import { startWatch, type Watched } from './watch';

/** What is only in this browser: entries of every kind, and the answers among them. */
export interface Unsent extends SendingState {
  readonly answers: number;
}

const roomKey = (sittingId: string): string => `aigaq.room.${sittingId}`;
const seenKey = (sittingId: string): string => `aigaq.seen.${sittingId}`;
const takeOverKey = (sittingId: string): string => `aigaq.takeover.${sittingId}`;

/**
 * Everything that runs while a person is on the page of a sitting: line, devices, room, detectors, answers and their way
 * to the server. Pages only look at it.
 */
export class SittingSession {
  readonly line: SittingLine;
  readonly media = new LocalMedia();
  readonly room: Room;
  readonly submission: Submission;
  readonly unsent = new Value<Unsent>({ waiting: 0, savedAt: null, answers: 0 });
  /** Whether this tab of the browser holds the sitting, or another one. */
  readonly tab = new Value<'asking' | 'ours' | 'other'>('asking');
  /** How many messages of others the person has seen. */
  readonly messagesSeen: Value<number>;
  readonly book = new Value<AnswerBook | null>(null);
  readonly bookError = new Value<unknown>(null);
  private readonly sender: ReportSender;
  private readonly claim: TabClaim;
  private readonly observations: OpenObservations;
  private watched: Watched | undefined;
  private opening = false;
  private readonly stops: (() => void)[] = [];

  private constructor(
    sitting: MySitting,
    private readonly store: ReportStore,
    readonly deviceId: string,
  ) {
    const { id } = sitting;
    this.messagesSeen = new Value(Number(localStorage.getItem(seenKey(id)) ?? 0));
    this.observations = new OpenObservations(id, localStorage);
    this.claim = new TabClaim(id, () => this.line.yield());
    this.line = new SittingLine(sitting, deviceId, {
      joined: (through) => this.sender.joined(through),
      left: () => this.sender.left(),
      mediaMoved: () => this.room.move(),
      beaten: () => this.beaten(),
      sensors: () => this.watched?.behaviour.health() ?? {},
    });
    this.sender = new ReportSender(
      id,
      store,
      (entries) => this.line.report(entries),
      () => this.line.now(),
    );
    this.room = new Room(id, sitting.profile.records, this.media);
    this.submission = new Submission({
      flush: async () => this.book.get()?.flush(),
      settle: () => this.sender.settle(),
      lastSequence: () => store.lastSequence(id),
      handIn: (lastSequence) => call(routes.submit, { params: { id }, body: { deviceId, lastSequence } }),
    });
  }

  /** Opens store and line. Throws where the browser keeps nothing (IndexedDB is off). */
  static async open(sitting: MySitting): Promise<SittingSession> {
    const store = await BrowserReportStore.open();
    const session = new SittingSession(sitting, store, await store.deviceId());
    session.begin();
    return session;
  }

  get id(): string {
    return this.line.sitting.get().id;
  }

  now(): number {
    return this.line.now();
  }

  /** The person agreed to be recorded from now on; a reload of the page does not ask again. */
  enterRoom(): void {
    sessionStorage.setItem(roomKey(this.id), '1');
    this.room.enter();
  }

  get mayBeInRoom(): boolean {
    return sessionStorage.getItem(roomKey(this.id)) !== null;
  }

  noteMessagesSeen(count: number): void {
    localStorage.setItem(seenKey(this.id), String(count));
    this.messagesSeen.set(count);
  }

  /** Writes a moment down that is worth a mark on the timeline. */
  milestone(name: string, detail = ''): void {
    if (this.line.sitting.get().clock.startedAt === null) return;
    void this.report({ kind: 'milestone', at: this.moment(), name, detail: detail.slice(0, 200) });
  }

  /** Does something that takes the person away from the page in good order, such as the browser's own dialogs. */
  async away<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    this.watched?.behaviour.allowLeaving(true);
    try {
      return await work();
    } finally {
      this.watched?.behaviour.allowLeaving(this.line.sitting.get().state === 'interrupted');
    }
  }

  /** Goes on here, whatever other tab or device holds the sitting. */
  async takeOver(): Promise<void> {
    if (this.line.hold.get() === 'taken_over') {
      // Devices and line were let go of: the page begins anew, and does not ask again.
      sessionStorage.setItem(takeOverKey(this.id), '1');
      location.reload();
      return;
    }
    await this.claim.take(true);
    this.tab.set('ours');
    await this.line.join(true);
    this.follow();
  }

  dispose(): void {
    for (const stop of this.stops.splice(0)) stop();
    void this.book.get()?.flush();
    this.stopSitting();
    this.line.close();
    this.claim.drop();
  }

  private begin(): void {
    const { line, stops } = this;
    stops.push(
      this.sender.onState((state) => void this.count(state)),
      line.sitting.onChange(() => this.follow()),
      line.hold.onChange(() => this.follow()),
      line.phase.onChange((phase) => {
        this.watched?.behaviour.connection(phase === 'up');
        if (phase === 'up') this.submission.wake();
      }),
    );
    const flush = (): void => void this.book.get()?.flush();
    for (const event of ['pagehide', 'visibilitychange']) {
      window.addEventListener(event, flush);
      stops.push(() => window.removeEventListener(event, flush));
    }
    const insists = sessionStorage.getItem(takeOverKey(this.id)) !== null;
    sessionStorage.removeItem(takeOverKey(this.id));
    line.insist(insists);
    void this.claim.take(insists).then((answer) => {
      this.tab.set(answer === 'ours' ? 'ours' : 'other');
      this.follow();
    });
  }

  /** Brings what runs in step with what the server says. */
  private follow(): void {
    const sitting = this.line.sitting.get();
    const hold = this.line.hold.get();
    const stage = stageOf(sitting.state);
    if (hold === 'taken_over' || (stage !== 'admission' && stage !== 'exam')) {
      this.stopSitting();
      return;
    }
    if (stage !== 'exam' || hold !== 'ours' || this.tab.get() !== 'ours') return;
    this.room.enter();
    this.startWatching(sitting);
    this.watched?.behaviour.allowLeaving(sitting.state === 'interrupted');
    void this.openBook();
  }

  private startWatching(sitting: MySitting): void {
    if (this.watched) return;
    for (const change of this.observations.unfinished()) void this.report(entryOf(change));
    this.watched = startWatch(
      sitting,
      this.media,
      () => this.now(),
      (change) => {
        this.observations.note(change, this.now());
        void this.report(entryOf(change));
      },
    );
    this.watched.behaviour.connection(this.line.phase.get() === 'up');
    this.milestone('page_loaded');
  }

  private stopSitting(): void {
    this.watched?.stop();
    this.watched = undefined;
    this.room.leave();
    this.media.close();
  }

  /** Items from the server; answers from both sides. Tried again with each heartbeat until it works. */
  private async openBook(): Promise<void> {
    if (this.book.get() || this.opening) return;
    this.opening = true;
    try {
      const { items, answers } = await call(routes.myExam, { params: { id: this.id } });
      const merged = mergeAnswers(await this.store.answers(this.id), answers);
      const keep = ({ itemId, response, flagged, at }: Parameters<AnswerBook['keep']>[0]) =>
        this.append({ kind: 'answer', at, itemId, response, flagged });
      this.book.set(new AnswerBook(items, merged, keep, () => this.now()));
      this.bookError.set(null);
    } catch (error) {
      this.bookError.set(error);
    }
    this.opening = false;
  }

  private beaten(): void {
    this.observations.alive(this.now());
    // A report that was refused, or lost without a break of the line, is tried again with the next beat.
    if (this.unsent.get().waiting > 0) void this.sender.settle();
    this.submission.wake();
    if (stageOf(this.line.sitting.get().state) === 'exam') this.follow();
  }

  private append(entry: NewEntry): Promise<void> {
    return this.sender.report(entry);
  }

  private async report(entry: NewEntry | null): Promise<void> {
    // What cannot even be written down here is lost with the disk; answers say so, marks on the timeline do not.
    if (entry) await this.append(entry).catch(() => undefined);
  }

  private async count(state: SendingState): Promise<void> {
    const { store } = this;
    const [last, answers] = await Promise.all([store.lastSequence(this.id), store.answers(this.id)]);
    const sent = last - state.waiting;
    this.unsent.set({ ...state, answers: answers.filter(({ sequence }) => sequence > sent).length });
  }

  private moment(): string {
    return new Date(this.now()).toISOString();
  }
}
