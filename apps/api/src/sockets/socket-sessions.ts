import { createHash, timingSafeEqual } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import type { Socket } from 'socket.io';

import type { Clock } from '@aigaq/kernel';
import type { Problem } from '@aigaq/contracts';
import { FindSession, type OpenSession, type Origin } from '@aigaq/people';
import { CLOCK } from '@aigaq/platform';

import { socketRefusalOf } from '../http/access';
import { cookieNames, readCookie } from '../http/cookies';
import { callerAddress } from '../http/origin';
import { SERVING, type ServingSettings } from '../http/settings';

/** How long a command trusts what was read of the session; an ended one is cut off at once besides. */
const trustMilliseconds = 5000;

interface Known {
  session: OpenSession;
  readAt: number;
}

/** Whose socket it is: of a person by the same cookie as every request, of a media node by the shared secret. */
@Injectable()
export class SocketSessions {
  private readonly known = new WeakMap<Socket, Known>();
  private readonly nodes = new WeakSet<Socket>();

  constructor(
    private readonly findSession: FindSession,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(SERVING) private readonly settings: ServingSettings,
  ) {}

  /** Lets a person's socket in, or says why not. */
  async admitPerson(socket: Socket): Promise<Problem | null> {
    const session = await this.read(socket);
    const refusal = socketRefusalOf(session);
    if (refusal || !session) return refusal;
    this.known.set(socket, { session, readAt: this.clock.now().getTime() });
    await socket.join(sessionRoom(session.actor.sessionId));
    return null;
  }

  admitNode(socket: Socket): Problem | null {
    const { secret } = socket.handshake.auth as { secret?: unknown };
    if (typeof secret !== 'string' || !sameText(secret, this.settings.nodeSecret)) return { code: 'forbidden' };
    this.nodes.add(socket);
    return null;
  }

  isNode(socket: Socket): boolean {
    return this.nodes.has(socket);
  }

  /** The session as it stands now, at most a few seconds old; null once it is over. */
  async current(socket: Socket): Promise<OpenSession | null> {
    const now = this.clock.now().getTime();
    const known = this.known.get(socket);
    if (known && now - known.readAt < trustMilliseconds) return known.session;
    const session = await this.read(socket);
    if (!session || socketRefusalOf(session)) return null;
    this.known.set(socket, { session, readAt: now });
    return session;
  }

  originOf(socket: Socket): Origin {
    const { headers, address } = socket.handshake;
    return {
      address: callerAddress(headers, address, this.settings.proxyHops),
      userAgent: (headers['user-agent'] ?? '').slice(0, 500),
    };
  }

  private async read(socket: Socket): Promise<OpenSession | null> {
    const token = readCookie(socket.handshake.headers.cookie, cookieNames(this.settings.secure).session);
    return token === undefined ? null : this.findSession.run(token);
  }
}

/** All sockets of one session, so that they end with it. */
export function sessionRoom(sessionId: string): string {
  return `session:${sessionId}`;
}

function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
