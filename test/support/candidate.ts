import { createHash, randomBytes, randomUUID } from 'node:crypto';

import { io, type Socket } from 'socket.io-client';

import {
  type Acknowledgement,
  type CommandAnswer,
  type ConsentDocument,
  type DeviceReport,
  type EventPayload,
  type MySitting,
  namespaces,
  type Problem,
  type Profile,
} from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import type { Actor } from '@aigaq/people';
import { Database, Outbox } from '@aigaq/platform';

import type { TestApi } from './api';
import type { Examining } from './examining';

type Namespace = typeof namespaces.sitting;
type Commands = keyof Namespace['commands'];
type Events = keyof Namespace['events'];

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** The running API as the helpers of the exams want it. */
export function examiningWith(api: TestApi): Examining {
  return {
    clock: api.clock,
    database: api.app.get(Database),
    get: (service) => api.app.get(service, { strict: false }),
    heard: () => api.app.get(Outbox).drained(),
    stop: () => api.stop(),
  };
}

/** A person's browser: signed in, with a device of its own. */
export class Browser {
  readonly deviceId = randomUUID();

  private constructor(
    private readonly api: TestApi,
    private readonly cookie: string,
    private readonly csrf: string,
  ) {}

  static async of(api: TestApi, actor: Actor): Promise<Browser> {
    const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(16).toString('hex')];
    const { manager } = api.app.get(Database);
    const now = api.clock.now();
    await manager.query('update account set must_change_password = false where id = $1', [actor.accountId]);
    await manager.query(
      `insert into account_session (id, account_id, token_hash, csrf_token, complete, last_seen_at, expires_at, address, user_agent)
       values ($1, $2, $3, $4, true, $5, $6, '127.0.0.1', 'test')`,
      [
        ...[newId(), actor.accountId, createHash('sha256').update(token).digest('hex'), csrf, now],
        new Date(now.getTime() + 24 * 3_600_000),
      ],
    );
    return new Browser(api, `aigaq_session=${token}`, csrf);
  }

  get(path: string): Promise<HttpAnswer> {
    return this.ask('GET', path);
  }

  post(path: string, body: unknown = {}): Promise<HttpAnswer> {
    return this.ask('POST', path, JSON.stringify(body), { 'content-type': 'application/json' });
  }

  upload(path: string, files: Readonly<Record<string, Uint8Array>>): Promise<HttpAnswer> {
    const form = new FormData();
    for (const [name, bytes] of Object.entries(files))
      form.append(name, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), `${name}.jpg`);
    return this.ask('POST', path, form);
  }

  /** A line to the sitting's namespace, connected; one that recovers comes back by itself after a break. */
  async connect({ recovers = false } = {}): Promise<Line> {
    const socket = io(`${this.api.url}${namespaces.sitting.path}`, {
      extraHeaders: { cookie: this.cookie },
      transports: ['websocket'],
      forceNew: true,
      reconnection: recovers,
      reconnectionDelay: 20,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    });
    return new Line(socket, this.deviceId);
  }

  private async ask(
    method: string,
    path: string,
    body?: BodyInit,
    headers: Record<string, string> = {},
  ): Promise<HttpAnswer> {
    const answer = await fetch(`${this.api.url}/api${path}`, {
      method,
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrf, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    return { status: answer.status, body: await answer.json() };
  }
}

/** One socket of a candidate. */
export class Line {
  private sequence = 0;

  constructor(
    readonly socket: Socket,
    private readonly deviceId: string,
  ) {}

  join(sittingId: string, takeOver = false) {
    return this.say('join', { sittingId, deviceId: this.deviceId, takeOver });
  }

  report(...entries: object[]) {
    return this.say('report', { deviceId: this.deviceId, entries });
  }

  /** The next entry of this browser, made at a moment. */
  entry<Rest extends object>(at: Date, rest: Rest) {
    this.sequence += 1;
    return { sequence: this.sequence, at: at.toISOString(), ...rest };
  }

  async say<Name extends Commands>(
    name: Name,
    input: unknown,
  ): Promise<Acknowledgement<CommandAnswer<Namespace, Name>>> {
    return (await this.socket.timeout(10_000).emitWithAck(name, input)) as Acknowledgement<
      CommandAnswer<Namespace, Name>
    >;
  }

  /** Resolves with the first event of a name that fits; ask before the deed that brings it. */
  hears<Name extends Events>(
    name: Name,
    fits: (payload: EventPayload<Namespace, Name>) => boolean = () => true,
  ): Promise<EventPayload<Namespace, Name>> {
    return new Promise((resolve) => {
      const listener = (payload: EventPayload<Namespace, Name>): void => {
        if (!fits(payload)) return;
        this.socket.off(name, listener as never);
        resolve(payload);
      };
      this.socket.on(name, listener as never);
    });
  }

  close(): void {
    this.socket.disconnect();
  }
}

/** A JPEG of a size, as far as headers go. */
export function still(width = 640, height = 480): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, ...size, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
}

export function goodDevice(profile: Pick<Profile, 'records'>): DeviceReport {
  const names = ['browser', 'storage', 'connection', ...profile.records] as const;
  return {
    checks: names.map((name) => ({ name, passed: true, detail: '' })),
    userAgent: 'test',
    camera: { label: 'camera', width: 640, height: 480, framesPerSecond: 15 },
    microphone: { label: 'microphone', peak: 0.3 },
    screen: { surface: 'monitor', width: 1920, height: 1080 },
    uploadKbps: 1200,
    roundTripMs: 20,
  };
}

export function problemsIn(answer: HttpAnswer | Acknowledgement<unknown>): readonly Problem[] {
  const body = 'status' in answer ? answer.body : answer;
  return (body as { problems?: Problem[] }).problems ?? [];
}

export function sittingIn(answer: HttpAnswer): MySitting {
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as MySitting;
}

/** Agrees to the notice as it stands. */
export async function consentTo(browser: Browser, sittingId: string): Promise<MySitting> {
  const shown = await browser.get(`/my/sittings/${sittingId}/consent-document?language=kk`);
  const { sha256 } = shown.body as ConsentDocument;
  return sittingIn(await browser.post(`/my/sittings/${sittingId}/consent`, { language: 'kk', sha256 }));
}
