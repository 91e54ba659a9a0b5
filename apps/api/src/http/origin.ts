import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request may come from the page that its headers name. Programs send neither header; a
 * browser sends at least one of them with everything that could change something.
 *
 * @param allowed origins such as `https://exam.example.kz`, besides the host that was asked itself
 */
export function comesFromOurPage(
  headers: IncomingHttpHeaders,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  const site = headers['sec-fetch-site'];
  const { origin } = headers;
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  if (allowed.includes(origin)) return true;
  return host !== undefined && hostOf(origin) === host;
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    // `null`, which sandboxed frames send.
    return undefined;
  }
}

/**
 * The address of the caller. Behind balancers each adds to `X-Forwarded-For` the address that it saw,
 * so of that header only the last entries are to be believed, as many as there are balancers.
 */
export function callerAddress(headers: IncomingHttpHeaders, remote: string | undefined, hops: number): string {
  const forwarded = [headers['x-forwarded-for'] ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const address = hops > 0 ? forwarded.at(-hops) : undefined;
  return (address ?? remote ?? '').replace(/^::ffff:/, '');
}
