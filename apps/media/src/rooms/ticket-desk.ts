import { jwtVerify } from 'jose';
import { JWTExpired } from 'jose/errors';

import { failure, success } from '@aigaq/kernel';
import { type Outcome, ticketClaims, type TicketClaims } from '@aigaq/contracts';

/** Lets in whoever holds a ticket of the API that is fresh, for this node, and was not used before. */
export class TicketDesk {
  private readonly key: Uint8Array;
  /** Used tickets with the second in which they would expire anyway. */
  private readonly used = new Map<string, number>();

  /** @param since milliseconds since 1970: what was used before is not known, so what was issued before is not taken */
  constructor(
    secret: string,
    private readonly node: string,
    private readonly since: number = Date.now(),
  ) {
    this.key = new TextEncoder().encode(secret);
  }

  /** Refuses with `ticket_expired`, `ticket_invalid` or `ticket_not_yours`. */
  async admit(ticket: string): Promise<Outcome<TicketClaims>> {
    let payload: unknown;
    try {
      ({ payload } = await jwtVerify(ticket, this.key, { algorithms: ['HS256'] }));
    } catch (error) {
      return failure({ code: error instanceof JWTExpired ? 'ticket_expired' : 'ticket_invalid' });
    }
    const claims = ticketClaims.safeParse(payload);
    if (!claims.success) return failure({ code: 'ticket_invalid' });
    if (claims.data.node !== this.node) return failure({ code: 'ticket_not_yours' });
    if (claims.data.iat < Math.floor(this.since / 1000) || !this.stamp(claims.data))
      return failure({ code: 'ticket_expired' });
    return success(claims.data);
  }

  private stamp(claims: TicketClaims): boolean {
    const now = Date.now() / 1000;
    for (const [id, expires] of this.used) if (expires < now) this.used.delete(id);
    if (this.used.has(claims.jti)) return false;
    this.used.set(claims.jti, claims.exp);
    return true;
  }
}
