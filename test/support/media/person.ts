import type { JoinTicket, Source, TicketClaims } from '@aigaq/contracts';
import { SignJWT } from 'jose';
import type { BrowserContext, Page } from 'playwright-core';

export type Claims = Omit<TicketClaims, 'jti' | 'iat' | 'exp' | 'node'> & Partial<TicketClaims>;

/** Signs join tickets as the API does. */
export class TicketOffice {
  constructor(
    private readonly secret: string,
    private readonly url: string,
  ) {}

  async issue(claims: Claims, secret = this.secret): Promise<JoinTicket> {
    const now = Math.floor(Date.now() / 1000);
    const whole: TicketClaims = { jti: crypto.randomUUID(), node: 'local', iat: now, exp: now + 120, ...claims };
    const ticket = await new SignJWT({ ...whole })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(new TextEncoder().encode(secret));
    return { ticket, url: this.url, room: claims.room, expiresAt: new Date(whole.exp * 1000).toISOString() };
  }
}

interface Opened {
  readonly page: Page;
  /** Tickets that the page has asked for. */
  readonly asked: () => number;
}

async function openPage(
  context: BrowserContext,
  address: string,
  office: TicketOffice,
  claims: Claims,
): Promise<Opened> {
  const page = await context.newPage();
  let asked = 0;
  await page.exposeFunction('ticket', () => {
    asked += 1;
    return office.issue(claims);
  });
  await page.goto(address);
  await page.waitForFunction('window.MediaPublisher !== undefined');
  return { page, asked: () => asked };
}

/** A candidate's browser page with a `MediaPublisher`. */
export class PublishingPage {
  private constructor(
    readonly page: Page,
    readonly asked: () => number,
  ) {}

  static async open(
    context: BrowserContext,
    address: string,
    office: TicketOffice,
    claims: Claims,
  ): Promise<PublishingPage> {
    const { page, asked } = await openPage(context, address, office, claims);
    await page.evaluate(`
      window.states = [];
      window.kbps = {};
      window.tracks = {};
      window.publisher = new MediaPublisher(() => ticket());
      publisher.onState((state) => states.push(state));
      publisher.onReceived((all) => { kbps = Object.fromEntries(all.map((each) => [each.source, each.kbps])); });
      window.take = async (source) => {
        const wish = { width: 640, height: 480, frameRate: 15 };
        const sound = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };
        if (source === 'screen') return (await navigator.mediaDevices.getDisplayMedia({ video: { frameRate: 5 } })).getVideoTracks()[0];
        const stream = await navigator.mediaDevices.getUserMedia(source === 'camera' ? { video: wish } : { audio: sound });
        return stream.getTracks()[0];
      };
      // Flash and beep begin in one and the same moment of the page, which no file and no device gives on a busy machine.
      window.takeMarked = async () => {
        const canvas = Object.assign(document.body.appendChild(document.createElement('canvas')), { width: 640, height: 480 });
        const pen = canvas.getContext('2d');
        const sound = new AudioContext();
        await sound.resume();
        const [tone, volume, out] = [sound.createOscillator(), sound.createGain(), sound.createMediaStreamDestination()];
        tone.frequency.value = 1000;
        volume.gain.value = 0;
        tone.connect(volume).connect(out);
        tone.start();
        let turn = 0;
        setInterval(() => {
          turn += 1;
          const marked = turn % 45 > 41;
          volume.gain.setValueAtTime(marked ? 0.5 : 0, sound.currentTime);
          pen.fillStyle = marked ? '#fff' : '#456';
          pen.fillRect(0, 0, 640, 480);
          pen.fillStyle = '#876';
          pen.fillRect(turn * 7 % 600, 200, 40, 80);
        }, 1000 / 15);
        return { camera: canvas.captureStream(15).getVideoTracks()[0], microphone: out.stream.getAudioTracks()[0] };
      };
      window.takeBoth = async () => {
        const stream = await navigator.mediaDevices.getUserMedia({
          video: { width: 640, height: 480, frameRate: 15 },
          audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 },
        });
        return { camera: stream.getVideoTracks()[0], microphone: stream.getAudioTracks()[0] };
      };
    `);
    return new PublishingPage(page, asked);
  }

  /** Takes the devices, gives them to the publisher and opens it; does not wait for the server. */
  async publish(...sources: Source[]): Promise<void> {
    await this.page.evaluate(`(async () => {
      const sources = ${JSON.stringify(sources)};
      if (!tracks.camera && sources.includes('camera') && sources.includes('microphone')) Object.assign(tracks, await takeBoth());
      for (const source of sources) {
        tracks[source] ??= await take(source);
        void publisher.setTrack(source, tracks[source]);
      }
      publisher.open();
    })()`);
  }

  async state(wanted: 'live' | 'lost' | 'closed'): Promise<void> {
    await this.page.waitForFunction(`publisher.state === '${wanted}'`, undefined, { timeout: 60_000 });
  }

  states(): Promise<string[]> {
    return this.page.evaluate('states');
  }

  /** The server says that it receives something of the source. */
  async received(source: Source): Promise<void> {
    await this.page.waitForFunction(`kbps['${source}'] > 0`, undefined, { timeout: 60_000 });
  }

  run(script: string): Promise<unknown> {
    return this.page.evaluate(script);
  }
}

/** A page with a `MediaWatcher` that shows what it receives. */
export class WatchingPage {
  private constructor(readonly page: Page) {}

  static async open(
    context: BrowserContext,
    address: string,
    office: TicketOffice,
    claims: Claims,
  ): Promise<WatchingPage> {
    const { page } = await openPage(context, address, office, claims);
    await page.evaluate(`
      window.publications = [];
      window.seen = {};
      window.stops = {};
      window.watcher = new MediaWatcher(() => ticket());
      watcher.onPublications((all) => { publications = all; });
      window.watch = (participant, source, quality) => {
        const name = [participant, source, quality].join(' ');
        const video = document.body.appendChild(document.createElement('video'));
        video.muted = true;
        const shown = { video, track: null, frames: 0 };
        seen[name] = shown;
        stops[name] = watcher.watch(participant, source, quality, (track) => {
          shown.track = track;
          shown.frames = 0;
          video.srcObject = track ? new MediaStream([track]) : null;
          if (track) void video.play().catch(() => undefined);
        });
        if (source !== 'microphone') {
          const count = () => { shown.frames += 1; video.requestVideoFrameCallback(count); };
          video.requestVideoFrameCallback(count);
        }
      };
      watcher.open();
    `);
    return new WatchingPage(page);
  }

  watch(participant: string, source: Source, quality: 'small' | 'full'): Promise<unknown> {
    return this.page.evaluate(`watch('${participant}', '${source}', '${quality}')`);
  }

  /** Resolves when pictures come in this size (of the video as it was sent). */
  async sees(participant: string, source: Source, quality: 'small' | 'full', width?: number): Promise<void> {
    const name = `${participant} ${source} ${quality}`;
    await this.page.waitForFunction(
      `seen['${name}'].track !== null && seen['${name}'].frames > 2
        && ${width === undefined ? 'true' : `seen['${name}'].video.videoWidth === ${width}`}`,
      undefined,
      { timeout: 60_000 },
    );
  }

  async seesNothing(participant: string, source: Source, quality: 'small' | 'full'): Promise<void> {
    await this.page.waitForFunction(`seen['${participant} ${source} ${quality}'].track === null`);
  }

  publications(): Promise<{ participant: string; source: Source; producerId: string }[]> {
    return this.page.evaluate('publications');
  }
}
