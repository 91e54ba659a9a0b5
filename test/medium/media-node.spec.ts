import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type Acknowledgement, type MediaFact, type Source } from '@aigaq/contracts';
import { newId } from '@aigaq/kernel';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { io, type Socket } from 'socket.io-client';

import { freePort } from '../../scripts/set-up/ports.mjs';
import { MediaLine } from '../journey/support/media-line';
import { beeps, flashes, probe, type StoredSegment } from '../journey/support/recording';
import { until } from '../journey/support/waiting';
import { ApiEnd } from '../support/media/api-end';
import { MediaNodeProcess } from '../support/media/media-node';
import { type MediaPage, serveMediaPage } from '../support/media/media-page';
import { type Claims, PublishingPage, TicketOffice, WatchingPage } from '../support/media/person';
import { readWebm } from '../support/webm';

type SegmentFact = Extract<MediaFact, { kind: 'segment_stored' }>;

const secret = randomBytes(32).toString('base64url');
const everything: Source[] = ['camera', 'screen', 'microphone'];
const second = 1000;

let folder: string;
let api: ApiEnd;
let line: MediaLine;
let node: MediaNodeProcess;
let pages: MediaPage;
let browser: Browser;
let context: BrowserContext;
let office: TicketOffice;
const sockets: Socket[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aigaq-media-'));
  const rtcPort = await freePort(MediaLine.host);
  line = await MediaLine.open(rtcPort);
  api = new ApiEnd(secret, await freePort());
  await api.open();
  node = await MediaNodeProcess.prepare({
    folder,
    secret,
    apiPort: api.port,
    announced: MediaLine.host,
    rtcPort,
  });
  [pages, browser] = await Promise.all([
    serveMediaPage(),
    chromium.launch({
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        ...['--no-sandbox', '--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
        ...['--auto-select-desktop-capture-source=Entire screen', '--autoplay-policy=no-user-gesture-required'],
      ],
    }),
    node.start(),
  ]);
  context = await browser.newContext();
  office = new TicketOffice(secret, node.url);
}, 60_000);

afterAll(async () => {
  await browser?.close();
  await node?.kill();
  await api?.close();
  line?.close();
  await pages?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.disconnect();
  for (const page of context.pages()) await page.close();
  expect(api.faults).toEqual([]);
});

function candidate(room: string, extra: Partial<Claims> = {}): Claims {
  return {
    ...{ room, participant: newId(), role: 'candidate', watch: 'none' },
    ...{ publish: everything, record: everything, ...extra },
  };
}

function watcher(room: string, extra: Partial<Claims> = {}): Claims {
  return { room, participant: newId(), role: 'watcher', watch: 'room', publish: [], record: [], ...extra };
}

const publishing = (claims: Claims): Promise<PublishingPage> =>
  PublishingPage.open(context, pages.address, office, claims);
const watching = (claims: Claims): Promise<WatchingPage> => WatchingPage.open(context, pages.address, office, claims);

/** A socket to the node with nothing of our client around it. */
function bareSocket(): Socket {
  const socket = io(`${node.url}/media`, { transports: ['websocket'], forceNew: true, reconnection: false });
  sockets.push(socket);
  return socket;
}

async function ask<Value>(socket: Socket, name: string, input: unknown): Promise<Acknowledgement<Value>> {
  return (await socket.timeout(10_000).emitWithAck(name, input)) as Acknowledgement<Value>;
}

async function joinedSocket(claims: Claims): Promise<Socket> {
  const socket = bareSocket();
  const { ticket } = await office.issue(claims);
  expect(await ask(socket, 'join', { ticket })).toMatchObject({ ok: true });
  return socket;
}

const refusal = (code: string, field?: string) => ({
  ok: false,
  problems: [expect.objectContaining({ code, ...(field === undefined ? {} : { field }) })],
});

const of = (claims: Claims, source?: Source) => (fact: MediaFact) =>
  fact.participant === claims.participant && (source === undefined || fact.source === source);

async function stored(fact: SegmentFact): Promise<StoredSegment & { bytes: Buffer }> {
  const file = join(node.store, fact.objectKey);
  const { source, trackId, sequence, startedAt, durationMs, codec, width, height, size, sha256 } = fact;
  const view = { source, trackId, sequence, startedAt, durationMs, codec, width, height, size, sha256, url: '' };
  return { file, view, bytes: await readFile(file) };
}

/** The seams of a source: how far each segment begins behind the end of the one before, milliseconds. */
function seams(facts: readonly SegmentFact[]): number[] {
  const ordered = [...facts].sort((a, b) => a.sequence - b.sequence);
  return ordered
    .slice(1)
    .map(
      (fact, index) => Date.parse(fact.startedAt) - Date.parse(ordered[index]!.startedAt) - ordered[index]!.durationMs,
    );
}

/** For each moment of `these` the distance to the nearest of `those`. */
const distances = (these: readonly number[], those: readonly number[]): number[] =>
  these.map((one) => Math.min(...those.map((other) => Math.abs(one - other))));

describe('the media node with a real browser', () => {
  it('records camera, screen and microphone whole, and sound in step with the picture', async () => {
    const claims = candidate(newId());
    const page = await publishing(claims);
    await page.run('takeMarked().then((marked) => void Object.assign(tracks, marked))');
    const before = Date.now();
    await page.publish(...everything);
    const whole = (source: Source) => (fact: SegmentFact) =>
      of(claims, source)(fact) && fact.durationMs > 7 * second && (fact.width ?? 640) >= 640;
    for (const source of everything) await api.first('segment_stored', whole(source), 2);
    expect(await page.states()).toEqual(['connecting', 'live']);
    await page.run('publisher.close()');
    const ends = await api.first('track_ended', of(claims), 3);
    expect(ends.map(({ cause }) => cause)).toEqual(['device', 'device', 'device']);
    await until('the store has everything', async () => (await readdir(node.spool)).length === 0);
    await api.until(() => api.load?.participants === 0);

    const segments = await Promise.all(api.of('segment_stored', of(claims)).map(stored));
    for (const { file, view, bytes } of segments) {
      const probed = await probe(file);
      expect(probed).toMatchObject({ codec: view.source === 'microphone' ? 'opus' : 'vp8', errors: '' });
      expect({ sha256: probed.sha256, size: bytes.length }).toEqual({ sha256: view.sha256, size: view.size });
      const { blocks, durationMs, startedAt, width, height } = readWebm(bytes);
      expect(blocks[0]).toMatchObject({ ms: 0, key: true });
      expect({ width, height }).toEqual({ width: view.width, height: view.height });
      expect(Math.abs(durationMs - view.durationMs)).toBeLessThan(1);
      expect(Math.abs(startedAt - Date.parse(view.startedAt))).toBeLessThanOrEqual(1);
      expect(view.durationMs).toBeLessThan(13 * second);
    }
    for (const source of everything) {
      const facts = api.of('segment_stored', of(claims, source));
      expect(new Set(facts.map(({ trackId }) => trackId)).size).toBe(1);
      expect(facts.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(facts.map((_, index) => index + 1));
      // Nothing is missing between two segments that no gap explains.
      const unexplained = seams(facts).filter((seam) => Math.abs(seam) > 2);
      expect(unexplained.length).toBeLessThanOrEqual(api.of('gap_found', of(claims, source)).length);
      expect(Date.parse(facts.sort((a, b) => a.sequence - b.sequence)[0]!.startedAt) - before).toBeLessThan(5 * second);
    }
    const [seen, heard] = [await flashes(segments), await beeps(segments)];
    expect(seen.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...distances(seen, heard))).toBeLessThan(100);
  }, 60_000);

  it('shows whoever may watch the room small and full pictures, and takes them away when they end', async () => {
    const claims = candidate(newId(), { record: [] });
    const [page, wall] = await Promise.all([publishing(claims), watching(watcher(claims.room))]);
    await wall.watch(claims.participant, 'camera', 'small');
    await wall.watch(claims.participant, 'camera', 'full');
    await wall.watch(claims.participant, 'screen', 'full');
    await page.publish(...everything);
    await wall.sees(claims.participant, 'camera', 'small', 160);
    await wall.sees(claims.participant, 'screen', 'full');
    await wall.sees(claims.participant, 'camera', 'full', 640);
    await page.run(`publisher.setTrack('screen', null)`);
    await wall.seesNothing(claims.participant, 'screen', 'full');
    await page.run(`publisher.setTrack('screen', tracks.screen)`);
    await wall.sees(claims.participant, 'screen', 'full');
    // Somebody else's later look changes nothing for the first.
    const late = await watching(watcher(claims.room));
    await late.watch(claims.participant, 'camera', 'small');
    await late.sees(claims.participant, 'camera', 'small', 160);
    await page.page.close();
    await wall.seesNothing(claims.participant, 'camera', 'full');
    await late.seesNothing(claims.participant, 'camera', 'small');
    expect(api.of('track_started', of(claims))).toEqual([]);
  }, 60_000);

  it('shows a candidate in rehearsal itself and nobody else, while it sends', async () => {
    const room = newId();
    const [own, other] = [candidate(room, { watch: 'own', record: [] }), candidate(room, { record: [] })];
    const [page, mirror, stranger] = await Promise.all([publishing(own), watching(own), publishing(other)]);
    for (const each of [page, stranger]) await each.publish('camera');
    await mirror.watch(own.participant, 'camera', 'full');
    await mirror.watch(other.participant, 'camera', 'small');
    await mirror.sees(own.participant, 'camera', 'full');
    await stranger.received('camera');
    const seen = await mirror.publications();
    expect(seen.map(({ participant }) => participant)).toEqual([own.participant]);
    expect(await page.states()).toEqual(['connecting', 'live']);
  }, 60_000);

  it('gives a candidate nothing of another, whatever it asks for', async () => {
    const claims = candidate(newId(), { record: [] });
    const [page, wall] = await Promise.all([publishing(claims), watching(watcher(claims.room))]);
    await page.publish('camera');
    await wall.page.waitForFunction('publications.length === 1');
    const [{ producerId } = { producerId: '' }] = await wall.publications();
    for (const watch of ['none', 'own'] as const) {
      const curious = await joinedSocket(candidate(claims.room, { watch }));
      const way = await ask<{ id: string }>(curious, 'createTransport', { direction: 'receive' });
      const transportId = way.ok ? way.value.id : '';
      const rtpCapabilities = (await page.run('publisher.line.device.recvRtpCapabilities')) as object;
      const wish = { transportId, producerId, rtpCapabilities, quality: 'full' };
      expect(await ask(curious, 'consume', wish)).toEqual(refusal('not_found', 'producerId'));
      expect(await ask(curious, 'pauseProducer', { producerId, paused: true })).toEqual(refusal('not_found'));
      await ask(curious, 'closeProducer', { producerId });
    }
    await page.received('camera');
    expect(await wall.publications()).toHaveLength(1);
  }, 60_000);

  it('takes only the sources that the ticket names, and nothing from who may not send', async () => {
    const claims = candidate(newId(), { publish: ['camera'], record: ['camera'] });
    const sender = await joinedSocket(claims);
    const way = await ask<{ id: string }>(sender, 'createTransport', { direction: 'send' });
    const transportId = way.ok ? way.value.id : '';
    const wish = { transportId, source: 'screen', rtpParameters: {} };
    expect(await ask(sender, 'produce', wish)).toEqual(refusal('forbidden', 'source'));
    // What mediasoup does not understand is the browser's fault, not ours.
    expect(await ask(sender, 'produce', { ...wish, source: 'camera' })).toEqual(refusal('bad_format', 'rtpParameters'));
    const looker = await joinedSocket(watcher(claims.room));
    expect(await ask(looker, 'createTransport', { direction: 'send' })).toEqual(refusal('forbidden'));
  });

  it('lets in once, in time, and only with a ticket of our own for this node', async () => {
    const room = newId();
    const { ticket } = await office.issue(candidate(room));
    expect(await ask(bareSocket(), 'join', { ticket })).toMatchObject({ ok: true });
    expect(await ask(bareSocket(), 'join', { ticket })).toEqual(refusal('ticket_expired'));
    const past = Math.floor(Date.now() / 1000) - 10;
    const refused = [
      [await office.issue(candidate(room, { exp: past })), 'ticket_expired'],
      [await office.issue(candidate(room, { iat: past - 3600 })), 'ticket_expired'],
      [await office.issue(candidate(room, { node: 'another' })), 'ticket_not_yours'],
      [await office.issue(candidate(room), 'another secret, as long as the first one'), 'ticket_invalid'],
      [{ ticket: 'nonsense' }, 'ticket_invalid'],
    ] as const;
    for (const [given, code] of refused)
      expect(await ask(bareSocket(), 'join', { ticket: given.ticket })).toEqual(refusal(code));
    // Without a ticket there is nothing else.
    expect(await ask(bareSocket(), 'createTransport', { direction: 'send' })).toEqual(refusal('ticket_invalid'));
  });

  it('answers a command out of its schema with the problem, and stands whatever comes', async () => {
    const socket = await joinedSocket(candidate(newId()));
    expect(await ask(socket, 'createTransport', { direction: 'up' })).toEqual(refusal('not_one_of', 'direction'));
    expect(await ask(socket, 'createTransport', { direction: 'send', more: 1 })).toEqual(
      refusal('unknown_key', 'more'),
    );
    expect(await ask(socket, 'join', null)).toEqual(refusal('wrong_type'));
    expect(await ask(socket, 'consume', { producerId: 'x' })).toMatchObject({ ok: false });
    socket.emit('join', {}, 'not a function');
    socket.emit('createTransport');
    const gone = new Promise((resolve) => socket.once('disconnect', resolve));
    for (let count = 0; count < 500; count += 1) socket.emit('restartIce', { transportId: newId() });
    await gone;
    expect(await ask(bareSocket(), 'createTransport', { direction: 'send' })).toEqual(refusal('ticket_invalid'));
  });

  it('says why each recording ended: a source put away, a page left, a device silent, an order of the API', async () => {
    const claims = candidate(newId(), { publish: ['camera', 'microphone'], record: ['camera', 'microphone'] });
    const page = await publishing(claims);
    await page.publish('camera', 'microphone');
    for (const source of ['camera', 'microphone'] as const) await page.received(source);
    await page.run(`publisher.setTrack('microphone', null)`);
    const [put] = await api.first('track_ended', of(claims, 'microphone'));
    expect(put?.cause).toBe('device');

    await page.run(
      `Object.defineProperty(tracks.camera, 'muted', { value: true, configurable: true }), tracks.camera.dispatchEvent(new Event('mute'))`,
    );
    await page.run(`new Promise((done) => setTimeout(done, 300))`);
    await page.run(`delete tracks.camera.muted, tracks.camera.dispatchEvent(new Event('unmute'))`);
    const [silence] = await api.first('gap_found', (fact) => of(claims, 'camera')(fact) && fact.cause === 'device');
    expect(silence?.trackId).toBe(api.of('track_started', of(claims, 'camera'))[0]?.trackId);

    await page.page.reload();
    const [left] = await api.first('track_ended', of(claims, 'camera'));
    expect(left?.cause).toBe('device');

    const again = await publishing(claims);
    await again.publish('camera');
    await again.received('camera');
    api.tell('remove', { room: claims.room, participant: claims.participant, reason: 'ended' });
    const [, removed] = await api.first('track_ended', of(claims, 'camera'), 2);
    expect(removed?.cause).toBe('operator');
  }, 60_000);

  it("goes on with the same recording after a short loss of the line, and calls the gap the network's", async () => {
    const claims = candidate(newId(), { publish: ['microphone'], record: ['microphone'] });
    const page = await publishing(claims);
    await page.publish('microphone');
    await page.received('microphone');
    line.cut();
    await page.state('lost');
    line.restore();
    await page.state('live');
    const [gap] = await api.first('gap_found', of(claims));
    expect(gap?.cause).toBe('network');
    expect(page.asked()).toBe(1);
    expect(api.of('track_started', of(claims))).toHaveLength(1);
    expect(api.of('track_ended', of(claims))).toHaveLength(0);
  }, 60_000);

  it('opens rooms anew when a worker dies, and browsers come back by themselves', async () => {
    const claims = candidate(newId(), { publish: ['camera'], record: ['camera'] });
    const [page, wall] = await Promise.all([publishing(claims), watching(watcher(claims.room))]);
    await wall.watch(claims.participant, 'camera', 'small');
    await page.publish('camera');
    await wall.sees(claims.participant, 'camera', 'small');
    await node.killWorkers();
    const [ended] = await api.first('track_ended', of(claims));
    expect(ended?.cause).toBe('service');
    await api.first('track_started', of(claims), 2);
    await page.state('live');
    await wall.sees(claims.participant, 'camera', 'small');
  }, 60_000);

  it('is one line whatever the page does while it joins', async () => {
    const claims = candidate(newId(), { publish: ['microphone'], record: ['microphone'] });
    const page = await publishing(claims);
    await page.publish('microphone');
    // Each of them in the middle of another step of joining.
    await page.run(
      `(async () => { for (let turn = 0; turn < 8; turn += 1) { publisher.renew(); publisher.hurry(); await ticket(); } })()`,
    );
    await page.state('live');
    await page.received('microphone');
    await api.until(() => api.of('track_ended', of(claims)).length === api.of('track_started', of(claims)).length - 1);
    const closed = await publishing(claims);
    await closed.run(`publisher.open(), ticket().then(() => publisher.close())`);
    expect(await closed.states()).toEqual(['connecting', 'closed']);
    expect(await page.states()).not.toContain('closed');
  }, 60_000);

  it('loses nothing when the store, the API and then the node itself go away', async () => {
    const claims = candidate(newId(), { publish: ['microphone'], record: ['microphone'] });
    const page = await publishing(claims);
    await rename(node.store, `${node.store}.away`).catch(() => undefined);
    await writeFile(node.store, 'a file where the folder was');
    await page.publish('microphone');
    await page.received('microphone');
    await api.first('track_started', of(claims));
    await page.run(`publisher.setTrack('microphone', null)`);
    await api.first('track_ended', of(claims));
    await until('the segment waits on the disk', async () =>
      (await readdir(node.spool)).some((name) => name.endsWith('.json')),
    );
    expect(api.of('segment_stored', of(claims))).toEqual([]);

    await api.close();
    await page.run(`publisher.setTrack('microphone', tracks.microphone)`);
    await page.received('microphone');
    await node.kill();
    await page.state('lost');
    await rm(node.store);
    await rename(`${node.store}.away`, node.store).catch(() => undefined);
    await node.start({ apiIsThere: false });
    await page.state('live');
    await until('the segment is stored', async () => (await readdir(node.spool)).length === 0);
    await api.open();
    const [segment] = await api.first('segment_stored', of(claims));
    expect((await probe((await stored(segment!)).file)).errors).toBe('');
    await api.first('track_started', of(claims), 3);
    const ids = api.heard.filter(of(claims)).map(({ factId }) => factId);
    expect(new Set(ids).size).toBe(ids.length);
  }, 60_000);

  it('ends every recording and tells all of it before it stops', async () => {
    const claims = candidate(newId(), { publish: ['microphone'], record: ['microphone'] });
    const page = await publishing(claims);
    await page.publish('microphone');
    await page.received('microphone');
    await node.stop();
    const [ended] = api.of('track_ended', of(claims));
    expect(ended?.cause).toBe('service');
    expect(api.of('segment_stored', of(claims))).toHaveLength(1);
    expect(await readdir(node.spool)).toEqual([]);
  }, 60_000);
});
