import { behaviourAssetsPath } from '@aigaq/behaviour';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { serveDetectorPage } from '../support/media/detector-page';
import type { DetectorPage } from '../support/media/detector-page';
import { makeCamera } from '../support/media/make-camera';

/** What the page says, in the words of the library; the page's own types are not known here. */
interface Told {
  readonly change: string;
  readonly observation: { code: string; startedAt: number; endedAt: number | null; detail?: Record<string, unknown> };
}

const quiet = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Quicker than the defaults, so that the pictures need not be long. */
const impatient = {
  frames: { intervalMs: 200, longestGapMs: 1500 },
  faceMissing: { afterMs: 1000, mergeMs: 500, minimumSamples: 3 },
  secondPerson: { afterMs: 600, mergeMs: 500 },
  leftWindow: { graceMs: 0, mergeMs: 0 },
  leftFullScreen: { graceMs: 0, mergeMs: 0 },
  screenShare: { mergeMs: 0 },
};

let served: DetectorPage;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let requested: string[];

async function launch(flags: readonly string[]): Promise<Browser> {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: [...quiet, ...flags] });
}

beforeAll(async () => {
  const camera = await makeCamera({
    timeline: [
      { faces: 1, seconds: 3 },
      { faces: 0, seconds: 4 },
      { faces: 2, seconds: 4 },
    ],
  });
  [served, browser] = await Promise.all([
    serveDetectorPage(),
    launch([...camera.flags, '--auto-select-desktop-capture-source=Entire screen']),
  ]);
}, 120_000);

afterAll(async () => {
  await browser.close();
  await served.close();
});

beforeEach(async () => {
  served.withheld.clear();
  context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  page = await context.newPage();
  requested = [];
  page.on('request', (request) => requested.push(request.url()));
  await page.goto(served.address);
});

afterEach(async () => {
  await context.close();
});

/** Starts the detectors in the page and gives them the camera. */
async function watch(detectors: readonly string[], more: Record<string, unknown> = {}): Promise<void> {
  await page.evaluate(
    `(async () => {
      window.told = [];
      const report = (change) => told.push(change);
      window.behaviour = startBehaviour({ ...${JSON.stringify({ detectors, parameters: impatient, ...more })}, report });
    })()`,
  );
}

async function giveCamera(): Promise<void> {
  await page.evaluate(
    `navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480, frameRate: 15 } }).then((stream) => {
      window.track = stream.getVideoTracks()[0];
      behaviour.camera(track);
    })`,
  );
}

/** Playwright's own `waitForFunction` evaluates text within the page, which the page's security policy forbids. */
async function until(condition: string): Promise<void> {
  await page.evaluate(`new Promise((done) => {
    const look = setInterval(() => { if (${condition}) { clearInterval(look); done(); } }, 50);
  })`);
}

async function told(): Promise<Told[]> {
  return page.evaluate('told');
}

function has(change: string, code: string): string {
  return `told.some((each) => each.change === '${change}' && each.observation.code === '${code}')`;
}

describe('the face model on stills', () => {
  async function facesIn(draw: string): Promise<{ scores: number[]; brightness: number }> {
    return page.evaluate(`(async () => {
      window.model ??= await FaceModel.load(${JSON.stringify(`/${behaviourAssetsPath}`)});
      const portrait = await createImageBitmap(await (await fetch('/portrait.png')).blob());
      const canvas = new OffscreenCanvas(640, 480);
      const context = canvas.getContext('2d');
      context.fillStyle = '#8090a0';
      context.fillRect(0, 0, 640, 480);
      (${draw})(context, portrait);
      return model.look(canvas.transferToImageBitmap());
    })()`);
  }

  it('sees nobody in an empty room', async () => {
    const { scores } = await facesIn('() => {}');
    expect(scores.filter((score) => score >= 0.3)).toEqual([]);
  });

  it('sees one person', async () => {
    const { scores } = await facesIn('(context, portrait) => context.drawImage(portrait, 140, 100, 360, 360)');
    expect(scores[0]).toBeGreaterThan(0.8);
    expect(scores.filter((score) => score >= 0.4)).toHaveLength(1);
  });

  it('sees two people, the second one mirrored', async () => {
    const { scores } = await facesIn(`(context, portrait) => {
      context.drawImage(portrait, 10, 150, 300, 300);
      context.scale(-1, 1);
      context.drawImage(portrait, -630, 150, 300, 300);
    }`);
    expect(scores.filter((score) => score >= 0.6)).toHaveLength(2);
    expect(scores.filter((score) => score >= 0.4)).toHaveLength(2);
  });

  it('sees somebody further back, and a face in a dark room, and says how dark it is', async () => {
    const back = await facesIn(`(context, portrait) => {
      context.drawImage(portrait, 40, 120, 340, 340);
      context.drawImage(portrait, 440, 60, 160, 160);
    }`);
    expect(back.scores.filter((score) => score >= 0.6)).toHaveLength(2);
    const dark = await facesIn(`(context, portrait) => {
      context.drawImage(portrait, 140, 100, 360, 360);
      context.fillStyle = 'rgb(0 0 0 / 75%)';
      context.fillRect(0, 0, 640, 480);
    }`);
    expect(dark.scores[0]).toBeGreaterThan(0.5);
    expect(dark.brightness).toBeLessThan(0.15);
  });
});

describe.each(['stream', 'pictures'])(
  'the face detector on a camera, its frames led to the worker as %s',
  (frameWay) => {
    it('notices that nobody is in view, then that two are, in a worker and without a call to anybody else', async () => {
      await watch(['CAM-01', 'PER-01'], { frameWay });
      await giveCamera();
      await until(has('closed', 'PER-01'));
      const changes = await told();
      const first = changes.findIndex(({ observation }) => observation.code === 'CAM-01');
      const missing = changes.slice(first).filter(({ observation }) => observation.code === 'CAM-01');
      const second = changes.filter(({ observation }) => observation.code === 'PER-01');
      expect(missing.slice(0, 2).map(({ change }) => change)).toEqual(['opened', 'closed']);
      expect(missing[1]?.observation.detail).toEqual({ light: 'enough', ended: 'recovered' });
      expect(second.map(({ change }) => change)).toEqual(['opened', 'closed']);
      expect(second[0]?.observation.detail).toEqual({ people: 2 });
      expect(second[0]?.observation.startedAt).toBeGreaterThanOrEqual(missing[1]?.observation.endedAt ?? Infinity);
      expect(page.workers()).toHaveLength(1);
      expect(requested.filter((url) => !url.startsWith(served.address) && !url.startsWith('data:'))).toEqual([]);
    }, 90_000);
  },
);

describe('the face detector', () => {
  it('says that it sees nothing, and nothing about the candidate, when the camera ends', async () => {
    await watch(['CAM-01', 'PER-01']);
    await giveCamera();
    await until(`behaviour.health().faces === 'working'`);
    await page.evaluate('track.stop()');
    await until(`behaviour.beats()[0].problem === 'camera-ended'`);
    expect(await page.evaluate('behaviour.health()')).toEqual({ faces: 'failed' });
    await page.evaluate('behaviour.stop()');
    const open = (await told()).filter(({ change }) => change === 'opened').length;
    expect((await told()).filter(({ change }) => change === 'closed')).toHaveLength(open);
    expect(page.workers()).toHaveLength(0);
  }, 60_000);

  it('tries again by itself when the model could not be loaded', async () => {
    served.withheld.add('blazeface.bin');
    await watch(['CAM-01']);
    await giveCamera();
    await until(`behaviour.health().faces === 'failed'`);
    served.withheld.clear();
    await until(`behaviour.health().faces === 'working'`);
    expect(await page.evaluate('behaviour.beats()[0].problem ?? null')).toBeNull();
  }, 60_000);

  it('is off, with nothing loaded, when it is not asked for', async () => {
    await watch(['SCR-01']);
    await giveCamera();
    expect(await page.evaluate('behaviour.health()')).toEqual({ window: 'working' });
    expect(page.workers()).toHaveLength(0);
  });
});

describe('the detectors of the page', () => {
  it('notice that the window was left for another and that it was come back to', async () => {
    const devTools = await context.newCDPSession(page);
    // Else every page of a test believes that it has the focus.
    await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await page.bringToFront();
    await watch(['SCR-01']);
    const other = await context.newPage();
    await other.bringToFront();
    await until(has('opened', 'SCR-01'));
    await page.bringToFront();
    await until(has('closed', 'SCR-01'));
    expect((await told()).map(({ change }) => change)).toEqual(['opened', 'closed']);
  });

  it('do not mind leaving while it is allowed', async () => {
    const devTools = await context.newCDPSession(page);
    await devTools.send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await page.bringToFront();
    await watch(['SCR-01']);
    await page.evaluate('behaviour.allowLeaving(true)');
    const other = await context.newPage();
    await other.bringToFront();
    await until('!document.hasFocus()');
    await page.bringToFront();
    await until('document.hasFocus()');
    await page.evaluate('behaviour.allowLeaving(false)');
    expect(await told()).toEqual([]);
  });

  it('notice that the full screen was left, not that it was not entered yet', async () => {
    await watch(['SCR-06']);
    await page.click('button');
    await until('document.fullscreenElement !== null');
    expect(await told()).toEqual([]);
    await page.evaluate('document.exitFullscreen()');
    await until(has('opened', 'SCR-06'));
    await page.click('button');
    await until(has('closed', 'SCR-06'));
  });

  it('notice that the screen is no longer shared, until it is again', async () => {
    await watch(['SCR-03']);
    const share = `navigator.mediaDevices.getDisplayMedia({ video: true }).then((stream) => {
      window.shared = stream.getVideoTracks()[0];
      behaviour.screen(shared);
    })`;
    await page.evaluate(share);
    await until(`behaviour.health()['screen-share'] === 'working'`);
    expect(await told()).toEqual([]);
    await page.evaluate('shared.stop()');
    await until(has('opened', 'SCR-03'));
    await page.evaluate(share);
    await until(has('closed', 'SCR-03'));
    expect((await told())[0]?.observation.detail).toEqual({ cause: 'ended' });
  });

  it('notice a window in the place of the whole screen', async () => {
    const wrong = await launch([
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream=display-media-type=window',
    ]);
    try {
      page = await (await wrong.newContext()).newPage();
      await page.goto(served.address);
      await watch(['SCR-03']);
      await page.evaluate(
        `navigator.mediaDevices.getDisplayMedia({ video: true }).then((stream) => behaviour.screen(stream.getVideoTracks()[0]))`,
      );
      await until(has('opened', 'SCR-03'));
      expect((await told())[0]?.observation.detail).toEqual({ cause: 'wrong-surface', surface: 'window' });
    } finally {
      await wrong.close();
    }
  });

  it('report a lost connection and the end of all that is open when they are stopped', async () => {
    await watch(['NET-01'], { parameters: { connection: { graceMs: 0, mergeMs: 0 } } });
    await page.evaluate('behaviour.connection(false)');
    await until(has('opened', 'NET-01'));
    await page.evaluate('behaviour.stop()');
    expect((await told()).at(-1)).toMatchObject({ change: 'closed', observation: { detail: { ended: 'stopped' } } });
  });
});
