export interface NextSearch {
  /** Where to go after signing in: an address of our own. */
  next?: string;
}

/** Only addresses of this site: a link from a mail must not lead a person who just signed in somewhere else. */
export function readNext(search: Record<string, unknown>): NextSearch {
  const next = search['next'];
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}
