import { randomUUID } from 'node:crypto';

import { Inject, Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';

import { type Clock } from '@aigaq/kernel';
import type { JoinTicket, TicketClaims } from '@aigaq/contracts';
import { CLOCK } from '@aigaq/platform';

import { NODE_SECRET } from './media-settings';
import type { ChosenNode } from './choose-node';

/** Long enough to open a page on a slow line, short enough to be worthless when it leaks. */
const ticketSeconds = 120;

export type TicketContent = Omit<TicketClaims, 'jti' | 'node' | 'iat' | 'exp'>;

/** Makes the join ticket that a media node believes: HS256 over the claims, good once, for one node, for two minutes. */
@Injectable()
export class SignTicket {
  private readonly key: Uint8Array;

  constructor(
    @Inject(NODE_SECRET) secret: string,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.key = new TextEncoder().encode(secret);
  }

  async run(content: TicketContent, node: ChosenNode): Promise<JoinTicket> {
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    const claims: TicketClaims = {
      ...content,
      jti: randomUUID(),
      node: node.name,
      iat: issuedAt,
      exp: issuedAt + ticketSeconds,
    };
    const ticket = await new SignJWT({ ...claims }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(this.key);
    return { ticket, url: node.url, room: content.room, expiresAt: new Date(claims.exp * 1000).toISOString() };
  }
}
