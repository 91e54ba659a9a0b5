import { loadSegment, type LoaderPorts } from './segment-loader';

const bytes = new Uint8Array([1, 2, 3]);

function ports(answers: (number | 'ok' | 'lost')[], links: (string | undefined)[] = ['/a']) {
  const log: string[] = [];
  let renewals = 0;
  const made: LoaderPorts = {
    link: () => links[Math.min(renewals, links.length - 1)],
    renewLinks: () => {
      renewals += 1;
      log.push('renew');
      return Promise.resolve();
    },
    fetch: (link) => {
      log.push(link);
      const answer = answers.shift();
      if (answer === 'lost') return Promise.reject(new TypeError('failed to fetch'));
      if (answer === 'ok') return Promise.resolve(new Response(bytes));
      return Promise.resolve(new Response(null, { status: answer ?? 500 }));
    },
    wait: () => {
      log.push('wait');
      return Promise.resolve();
    },
  };
  return { made, log };
}

const forever = new AbortController().signal;

describe('loading a segment', () => {
  it('gives its bytes', async () => {
    const { made } = ports(['ok']);
    const loaded = await loadSegment('t/0', made, forever);
    expect(loaded !== 'broken' && [...new Uint8Array(loaded.bytes)]).toEqual([1, 2, 3]);
  });

  it('asks for new links when the old one has expired', async () => {
    const { made, log } = ports([410, 'ok'], ['/old', '/new']);
    await loadSegment('t/0', made, forever);
    expect(log).toEqual(['/old', 'renew', '/new']);
  });

  it('gives up when a new link does not help, or when the manifest no longer names the segment', async () => {
    expect(await loadSegment('t/0', ports([404, 404]).made, forever)).toBe('broken');
    expect(await loadSegment('t/0', ports([410], ['/old', undefined]).made, forever)).toBe('broken');
  });

  it('keeps trying while the line or the store is away', async () => {
    const { made, log } = ports(['lost', 503, 'lost', 'ok']);
    await loadSegment('t/0', made, forever);
    expect(log).toEqual(['/a', 'wait', '/a', 'wait', '/a', 'wait', '/a']);
  });

  it('ends when nobody needs it any more', async () => {
    const stopping = new AbortController();
    const { made } = ports(['lost', 'lost']);
    const loading = loadSegment('t/0', { ...made, wait: () => Promise.resolve(stopping.abort()) }, stopping.signal);
    await expect(loading).rejects.toThrow();
  });
});
