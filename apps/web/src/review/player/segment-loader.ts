export interface LoaderPorts {
  /** The newest known link of a segment; undefined where the manifest no longer names it. */
  readonly link: (key: string) => string | undefined;
  /** Fetches the manifest anew: links live for a few minutes only. */
  readonly renewLinks: () => Promise<void>;
  readonly fetch: (link: string, signal: AbortSignal) => Promise<Response>;
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export type Loaded = { readonly bytes: ArrayBuffer } | 'broken';

/** Milliseconds between two tries while the line or the store is away; the last one repeats. */
const waits = [500, 1500, 4000] as const;
/** The link has expired, belongs to nobody or the session is over: a new one may help. */
const staleLink: readonly number[] = [401, 403, 404, 410];

/**
 * Fetches one stored segment. An expired link is replaced once by a new one; a line or a store that is away is tried
 * again until `signal` ends it. Answers `broken` where the segment cannot be had at all; throws only when aborted.
 */
export async function loadSegment(key: string, ports: LoaderPorts, signal: AbortSignal): Promise<Loaded> {
  let renewed = false;
  for (let failures = 0; ; failures += 1) {
    const link = ports.link(key);
    if (link === undefined) return 'broken';
    const answer = await attempt(link, ports, signal);
    if (answer instanceof ArrayBuffer) return { bytes: answer };
    if (answer !== undefined && staleLink.includes(answer)) {
      if (renewed) return 'broken';
      renewed = true;
      await ports.renewLinks().catch(() => undefined);
    } else if (answer !== undefined && answer >= 400 && answer < 500 && answer !== 429) {
      return 'broken';
    } else {
      await ports.wait(waits[Math.min(failures, waits.length - 1)] ?? 0, signal);
    }
    signal.throwIfAborted();
  }
}

/** The bytes, the refusal's status, or undefined where nothing answered. */
async function attempt(
  link: string,
  ports: LoaderPorts,
  signal: AbortSignal,
): Promise<ArrayBuffer | number | undefined> {
  try {
    const response = await ports.fetch(link, signal);
    return response.ok ? await response.arrayBuffer() : response.status;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

export function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
