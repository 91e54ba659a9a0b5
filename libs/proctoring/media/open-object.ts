import type { Outcome } from '@aigaq/contracts';
import { failure, success } from '@aigaq/kernel';
import { OBJECT_STORE, type ObjectStore, SignedLinks, StoreUnavailable, type StoredObject } from '@aigaq/platform';
import { Inject, Injectable } from '@nestjs/common';

export interface OpenedObject extends StoredObject {
  /** First and last byte of a part, both included; null when it is the whole. */
  readonly part: { readonly start: number; readonly end: number } | null;
}

/** Opens a stored object by its signed link, whole or a part. */
@Injectable()
export class OpenObject {
  constructor(
    private readonly links: SignedLinks,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
  ) {}

  /**
   * @param range the header; one that cannot be served is left aside and the whole is given (RFC 9110, 14.2)
   * Refuses with `link_invalid`, `link_expired`, `not_found` and `store_unavailable`.
   */
  async run(token: string, range: string | undefined): Promise<Outcome<OpenedObject>> {
    const link = this.links.read(token);
    if (!link.ok) return link;
    try {
      const stat = await this.store.stat(link.value.key);
      if (!stat) return failure({ code: 'not_found' });
      const part = parseRange(range, stat.size);
      const object = await this.store.get(link.value.key, part ?? undefined);
      return object ? success({ ...object, part }) : failure({ code: 'not_found' });
    } catch (error) {
      if (error instanceof StoreUnavailable) return failure({ code: 'store_unavailable' });
      throw error;
    }
  }
}

/** One byte range of a `Range` header, clamped to the object; null for none, several, or one outside of it. */
export function parseRange(header: string | undefined, total: number): { start: number; end: number } | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!match) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, total - Number(last)) : Number(first);
  const end = first === '' || last === '' ? total - 1 : Math.min(Number(last), total - 1);
  return start <= end && start < total ? { start, end } : null;
}
