import { Inject, Injectable } from '@nestjs/common';

import { failure, success, type Clock } from '@aigaq/kernel';
import type { Outcome } from '@aigaq/contracts';

import { CLOCK } from '../clock';
import { Secrets } from '../secrets/secrets';
import { assertKey } from './object-store';

interface Link {
  key: string;
  /** For whom the link was made; written into the access trace. */
  accountId: string;
}

/** Links to stored objects that work for a few minutes and name the person for whom they were made. */
@Injectable()
export class SignedLinks {
  constructor(
    private readonly secrets: Secrets,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param link.seconds how long the link works */
  sign(link: Link & { seconds: number }): string {
    assertKey(link.key);
    const expires = Math.floor(this.clock.now().getTime() / 1000) + link.seconds;
    const body = Buffer.from(JSON.stringify([link.key, link.accountId, expires])).toString('base64url');
    return `${body}.${this.secrets.sign('signed-link', body)}`;
  }

  /** Refuses with `link_invalid` or `link_expired`. */
  read(token: string): Outcome<Link> {
    const [body, signature] = token.split('.');
    if (body === undefined || signature === undefined || !this.secrets.verify('signed-link', body, signature))
      return failure({ code: 'link_invalid' });
    const [key, accountId, expires] = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as [
      string,
      string,
      number,
    ];
    if (expires * 1000 < this.clock.now().getTime()) return failure({ code: 'link_expired' });
    return success({ key, accountId });
  }
}
