import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as requestByNode } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import request from 'supertest';

import { ListGroups } from '@aigaq/people';
import { OBJECT_STORE, type ObjectStore, SignedLinks, StoreUnavailable } from '@aigaq/platform';

import { startApi, type TestApi } from '../support/api';
import { addAccount, Browser, foundInstitution, problemsIn } from '../support/people';

let api: TestApi;
let web: string;
let registrar: Browser;

beforeAll(async () => {
  web = await mkdtemp(join(tmpdir(), 'aigaq-web-'));
  await mkdir(join(web, 'assets'));
  await writeFile(join(web, 'index.html'), '<!doctype html><title>Aigaq</title>');
  await writeFile(join(web, 'assets', 'main-a1b2c3.js'), 'export const big = "' + 'x'.repeat(5000) + '";');
  await writeFile(join(web, 'robots.txt'), 'User-agent: *\nDisallow: /\n');
  api = await startApi({ WEB_DIR: web, MEDIA_URL: 'http://localhost:4443' });
  const college = await foundInstitution(api, 'college');
  await addAccount(api, { institutionId: college, login: 'registrar', roles: ['registrar'] });
  registrar = await new Browser(api).signIn('registrar');
});
afterAll(async () => {
  await api.stop();
  await rm(web, { recursive: true, force: true });
});
afterEach(() => jest.restoreAllMocks());

const page = (path: string) => request(api.url).get(path).set('accept', 'text/html');

describe('health', () => {
  it('says that the process lives and that it can work', async () => {
    expect((await request(api.url).get('/health/live')).body).toEqual({ status: 'live' });
    const ready = await request(api.url).get('/health/ready');
    expect(ready.body).toEqual({ status: 'ready', checks: { database: 'ok', migrations: 'ok', store: 'ok' } });
  });

  it('names the part that cannot be used', async () => {
    jest
      .spyOn(api.app.get<ObjectStore>(OBJECT_STORE), 'check')
      .mockRejectedValue(new StoreUnavailable('no route to host'));
    const ready = await request(api.url).get('/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toEqual({ status: 'not_ready', checks: { database: 'ok', migrations: 'ok', store: 'failed' } });
  });
});

describe('the client', () => {
  it('is served for every path that may be a page, and asked for anew each time', async () => {
    for (const path of ['/', '/sign-in', '/events/0198c0de/sittings']) {
      const answer = await page(path);
      expect(answer.text).toContain('<title>Aigaq</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    }
  });

  it('keeps the files with a hash in their name for ever, and sends them packed', async () => {
    const answer = await request(api.url).get('/assets/main-a1b2c3.js').set('accept-encoding', 'gzip');
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect((await request(api.url).get('/robots.txt')).text).toContain('Disallow');
  });

  it('is not served for files and routes that do not exist', async () => {
    for (const path of ['/assets/gone-123456.js', '/favicon.png', '/api/no-such-thing', '/health/no'])
      expect((await page(path)).status).toBe(404);
    expect((await page('/api/no-such-thing')).body).toEqual({ problems: [{ code: 'not_found' }] });
    expect((await request(api.url).get('/%2e%2e/%2e%2e/package.json')).status).toBe(404);
  });

  it('may load and reach nothing but ourselves and the media nodes, and use the devices that it needs', async () => {
    const { headers } = await page('/');
    const policy = headers['content-security-policy'] ?? '';
    const directive = (name: string) => policy.split(';').find((part) => part.startsWith(`${name} `));
    expect(directive('script-src')).toBe(`script-src 'self' 'wasm-unsafe-eval'`);
    expect(directive('connect-src')).toBe(
      `connect-src 'self' ws://${new URL(api.url).host} http://localhost:4443 ws://localhost:4443`,
    );
    expect(directive('default-src')).toBe(`default-src 'self'`);
    expect(policy.replace(/(http|ws):\/\/(localhost|127\.0\.0\.1):\d+/g, '')).not.toContain('//');
    expect(headers['permissions-policy']).toContain(
      'camera=(self), microphone=(self), display-capture=(self), fullscreen=(self)',
    );
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('a fault of ours', () => {
  it('answers an id and nothing else', async () => {
    jest.spyOn(api.app.get(ListGroups, { strict: false }), 'run').mockRejectedValue(new Error('password=secret'));
    const answer = await registrar.get('/groups');
    expect(answer.status).toBe(500);
    expect(answer.body).toEqual({
      problems: [{ code: 'internal' }],
      incident: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('says when the store cannot be reached', async () => {
    jest
      .spyOn(api.app.get(ListGroups, { strict: false }), 'run')
      .mockRejectedValue(new StoreUnavailable('no route to host'));
    expect(problemsIn(await registrar.get('/groups'))).toEqual(['store_unavailable']);
  });

  it('that gives an answer outside of its schema is found in tests', async () => {
    jest
      .spyOn(api.app.get(ListGroups, { strict: false }), 'run')
      .mockResolvedValue({ ok: true, value: [{ secret: 1 }] as never });
    expect((await registrar.get('/groups')).status).toBe(500);
  });
});

describe('what is sent', () => {
  it('is refused when it is too long, no JSON, or of another kind', async () => {
    const post = () => registrar.send('post', '/groups');
    const long = await post()
      .set('content-type', 'application/json')
      .send(JSON.stringify({ name: 'x'.repeat(5 * 1024 * 1024) }));
    expect(long.status).toBe(413);
    expect(problemsIn(await post().set('content-type', 'application/json').send('{"name":'))).toEqual(['bad_json']);
    expect(problemsIn(await post().set('content-type', 'text/plain').send('{"name":"x","language":"kk"}'))).toEqual([
      'bad_json',
    ]);
    expect(problemsIn(await post())).toEqual(['required name', 'required language']);
  });

  it('is refused when a file comes broken off', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nlogin';
    const answer = await registrar
      .send('post', '/roster-imports')
      .set('content-type', 'multipart/form-data; boundary=b')
      .send(body);
    expect(problemsIn(answer)).toEqual(['file_unreadable']);
  });

  it('is refused when a file stands in a field that nobody knows', async () => {
    const answer = await registrar.send('post', '/roster-imports').attach('picture', Buffer.from('x'), 'a.csv');
    expect(problemsIn(answer)).toEqual(['unknown_key picture']);
  });
});

describe('bytes', () => {
  let path: string;
  beforeAll(async () => {
    const store = api.app.get<ObjectStore>(OBJECT_STORE);
    await store.put('recordings/a/b.webm', Buffer.from('0123456789'), { contentType: 'video/webm' });
    const me = ((await registrar.get('/me')).body as { me: { id: string } }).me.id;
    const token = api.app.get(SignedLinks).sign({ key: 'recordings/a/b.webm', accountId: me, seconds: 60 });
    path = `/objects/${token}`;
  });

  it('come whole or in part, and are never run as a page', async () => {
    const whole = await registrar.get(path).buffer();
    expect(whole.status).toBe(200);
    expect(whole.headers).toMatchObject({
      'content-type': 'video/webm',
      'content-length': '10',
      'accept-ranges': 'bytes',
    });
    expect(whole.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    const part = await registrar.get(path).set('range', 'bytes=2-4').buffer();
    expect(part.status).toBe(206);
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 2-4/10', 'content-length': '3' });
    expect((part.body as Buffer).toString()).toBe('234');
  });

  it('that break off half-way cut the connection, so that half is never taken for the whole', async () => {
    const broken = () =>
      Readable.from(
        (function* () {
          yield Buffer.from('01234');
          throw new Error('disk gone');
        })(),
      );
    jest
      .spyOn(api.app.get<ObjectStore>(OBJECT_STORE), 'get')
      .mockImplementation(() => Promise.resolve({ stream: broken(), size: 10, total: 10, contentType: 'video/webm' }));
    const ended = await new Promise<string>((resolve) => {
      requestByNode(`${api.url}/api${path}`, { headers: { cookie: registrar.cookie } }, (response) => {
        response.resume();
        response.on('end', () => resolve('complete'));
        response.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? ''));
      }).end();
    });
    expect(ended).toBe('ECONNRESET');
  });
});
