import { join } from 'node:path';

import type { Browser } from 'playwright-core';

import { type AttemptReview, type FlagCode, type FlagView, routes, type RecordingView } from '@aigaq/contracts';

import { databases } from '../../apps/api/src/demo/exams';
import { launchBrowser } from '../support/browser';
import { type Camera, makeCamera } from '../support/media/make-camera';
import { startStack, type TestStack } from '../support/stack';
import { CandidateLine, freeMediaPort } from './support/candidate-line';
import { CandidateScreens, type Given } from './support/candidate-screens';
import { MediaLine } from './support/media-line';
import { Person, t } from './support/person';
import { pdfText } from './support/pdf-text';
import { ProctorScreens } from './support/proctor-screens';
import {
  beeps,
  flashes,
  lengthOf,
  missing,
  probe,
  type Span,
  storedSegments,
  type StoredSegment,
} from './support/recording';
import { ReviewerScreens } from './support/reviewer-screens';
import { story } from './support/story';
import { scenarioTime, until } from './support/waiting';

/** What the candidate's camera shows, in seconds from when it is turned on; after the last scene it begins anew. */
const scenes = { nobody: { from: 22, to: 30 }, two: { from: 36, to: 43 } } as const;
const marks = [4, 9, 14, 19] as const;
const timeline = [
  { faces: 1, seconds: scenes.nobody.from },
  { faces: 0, seconds: scenes.nobody.to - scenes.nobody.from },
  { faces: 1, seconds: scenes.two.from - scenes.nobody.to },
  { faces: 2, seconds: scenes.two.to - scenes.two.from },
  { faces: 1, seconds: 42 },
] as const;

/** The camera has shown its marks once by then, and not yet twice. */
const firstRunMs = 40_000;
const awayMs = 6000;
const cutMs = 20_000;
const restMs = 30_000;
/** From when there is a line again until everything is recorded again. */
const longestReturnMs = 6000;
const tolerance = 2000;

const essay =
  'Қалыпқа келтіру артық деректі азайтады және тұтастықты сақтайды. Енгізу аномалиясы: курсы жоқ студентті жазу мүмкін ' +
  'емес. Жою аномалиясы: соңғы студентпен бірге курс туралы мәлімет те жоғалады.';

const title = databases.fields.title.kk;
/** What the candidate answers: right where there is a right answer. */
const given: readonly Given[] = databases.items.map((item) => {
  const textOf = (id: string) =>
    'options' in item ? (item.options.find((option) => option.id === id)?.text ?? '') : '';
  switch (item.type) {
    case 'choice':
      return textOf(item.correct);
    case 'multiple_choice':
      return item.correct.map(textOf);
    case 'text_entry':
      return item.accepted[0] ?? '';
    case 'extended_text':
      return essay;
  }
});

/** When things happened, as the test saw them; milliseconds since 1970. */
const noted = {
  reload: { from: 0, to: 0 },
  left: 0,
  back: 0,
  cut: { from: 0, to: 0, up: 0, back: 0 },
};

let camera: Camera;
let media: MediaLine;
let stack: TestStack;
let line: CandidateLine;
let browsers: Browser[];
let candidate: Person;
let proctor: Person;
let teacher: Person;
let sits: CandidateScreens;
let watches: ProctorScreens;
let name: string;
let sittingId: string;
let checksum: string;

beforeAll(async () => {
  camera = await makeCamera({ timeline, marks, framesPerSecond: 8 });
  const port = await freeMediaPort();
  media = await MediaLine.open(port);
  stack = await startStack({ extra: { RTC_PORT: String(port), RTC_ANNOUNCED_ADDRESS: MediaLine.host } });
  line = await CandidateLine.open(stack, media);
  browsers = await Promise.all([
    launchBrowser({ camera: camera.video, microphone: camera.audio, more: line.flags }),
    launchBrowser(),
  ]);
}, 240_000);

afterAll(async () => {
  await Promise.all((browsers ?? []).map((browser) => browser.close()));
  await line?.close();
  await stack?.stop();
  media?.close();
}, 60_000);

const { step, check } = story(() => [candidate, proctor, teacher]);

/** Answers the questions from one number to another. */
async function answers(from: number, to: number): Promise<void> {
  for (const [index, item] of databases.items.entries()) {
    const number = index + 1;
    if (number < from || number > to) continue;
    await sits.answer(item, number, databases.items.length, given[index] ?? '');
  }
}

function expectFlag(flags: readonly FlagView[], code: FlagCode, from: number, to: number): void {
  const off = flags
    .filter((flag) => flag.code === code)
    .map(({ startedAt, endedAt }) => [Date.parse(startedAt) - from, Date.parse(endedAt ?? '') - to]);
  const near = off.filter((times) => times.every((milliseconds) => Math.abs(milliseconds) <= tolerance));
  expect({ code, off, near: near.length }).toEqual({ code, off, near: 1 });
}

/** What was answered, in words. */
function wordsOf({ item, response }: AttemptReview['items'][number]): string[] {
  if (response === null) return [];
  if (response.type === 'text_entry' || response.type === 'extended_text') return [response.text];
  const chosen = [response.selected].flat();
  const options = 'options' in item ? item.options : [];
  return options
    .filter(({ id }) => chosen.includes(id))
    .map(({ text }) => text)
    .toSorted();
}

describe('admission', () => {
  step(
    'leads the candidate through consent, device check, rehearsal and identity',
    async () => {
      const [first, second] = browsers;
      [candidate, proctor] = await Promise.all([
        Person.signIn(stack, first as Browser, 'candidate1'),
        Person.signIn(stack, second as Browser, 'proctor'),
      ]);
      name = candidate.account.name;
      [sits, watches] = [new CandidateScreens(candidate), new ProctorScreens(proctor)];
      await watches.openWall(title);
      await sits.openSitting(title);
      sittingId = sits.sittingId;
      await sits.consent();
      await sits.checkDevices();
      expect(await candidate.barriers()).toEqual([]);
      await sits.rehearse();
      await sits.showFaceAndDocument();
      await candidate.photograph('admission');
    },
    120_000,
  );

  step(
    'lets the proctor compare face and document and admit the candidate',
    async () => {
      await watches.confirmIdentity(name, '4321');
      await watches.seesLive(name);
      expect(await proctor.barriers()).toEqual([]);
    },
    60_000,
  );
});

describe('the exam', () => {
  step(
    'begins when the candidate says so, and the proctor sees it live',
    async () => {
      await sits.start();
      await sits.isRecorded();
      await answers(1, 2);
      await watches.seesState(name, 'watch.tile.live');
      await watches.seesLive(name);
    },
    60_000,
  );

  step(
    'comes back to the same question after a reload',
    async () => {
      await sits.saved();
      noted.reload.from = Date.now();
      await sits.reload();
      noted.reload.to = Date.now();
      await answers(3, 4);
      await sits.saved();
    },
    60_000,
  );

  step(
    'notes that the window was left',
    async () => {
      Object.assign(noted, await sits.leaveWindow(awayMs));
      await watches.seesFlag(name, 'flag.SCR-01.name');
      await sits.pageIsWhole();
      await candidate.photograph('candidate');
      expect(await candidate.barriers()).toEqual([]);
    },
    60_000,
  );

  step(
    'notes that nobody was in view, and then that two were',
    async () => {
      await watches.seesFlag(name, 'flag.CAM-01.name');
      await watches.seesFlag(name, 'flag.PER-01.name');
      await watches.seesLive(name);
      await proctor.photograph('proctor');
      await until(
        'the camera shows one person again',
        async () => Date.now() > noted.reload.from + (scenes.two.to + 4) * 1000,
        90_000,
      );
    },
    120_000,
  );

  step(
    'goes on without a line, and comes back by itself',
    async () => {
      noted.cut.from = Date.now();
      line.cut();
      const over = scenarioTime(cutMs);
      await sits.noticesTheLostLine();
      await watches.seesState(name, 'watch.tile.lost');
      await answers(5, 10);
      await over;
      line.restore();
      noted.cut.to = Date.now();
      await sits.hasTheLineBack();
      noted.cut.up = Date.now();
      await sits.isRecorded();
      noted.cut.back = Date.now();
      expect(noted.cut.back - noted.cut.to).toBeLessThanOrEqual(longestReturnMs);
      await sits.saved();
      await watches.seesState(name, 'watch.tile.live');
      await watches.seesLive(name);
    },
    90_000,
  );

  step(
    'ends when the candidate hands it in, with a receipt',
    async () => {
      // The last pictures before each break are lost on their way: what share they are depends on how long one sits.
      await scenarioTime(restMs);
      checksum = await sits.handIn();
      expect(checksum).toMatch(/^[0-9a-f]{64}$/);
      expect(await candidate.barriers()).toEqual([]);
      await watches.seesState(name, 'watch.tile.over');
    },
    90_000,
  );
});

describe('the recording', () => {
  let recording: RecordingView;
  let segments: StoredSegment[];
  let flashed: number[];

  step(
    'is whole in the store, each segment readable and as the manifest says',
    async () => {
      const [, second] = browsers;
      teacher = await Person.signIn(stack, second as Browser, 'teacher');
      recording = await until('the last segment has come', async () => {
        const found = await teacher.read(routes.recording, { id: sittingId });
        return !found.running && found;
      });
      segments = await storedSegments(join(stack.dataFolder, 'store'), recording);
      for (const { file, view } of segments) {
        const { frames, ...found } = await probe(file);
        expect({ file, ...found }).toEqual({ file, codec: view.codec, errors: '', sha256: view.sha256 });
        expect(frames).toBeGreaterThan(0);
      }
    },
    120_000,
  );

  check(
    'covers camera, screen and microphone outside of the cut and the reload',
    async () => {
      const { row } = await teacher.read(routes.getSitting, { id: sittingId });
      const { receipt } = await teacher.read(routes.reviewAttempt, { id: sittingId });
      const [from, to] = [Date.parse(row.clock.startedAt ?? ''), Date.parse(receipt?.submittedAt ?? '')];
      const wanted: Span[] = [
        { from, to: noted.reload.from },
        { from: noted.reload.to, to: noted.cut.from },
        { from: noted.cut.back, to },
      ];
      const short = (['camera', 'screen', 'microphone'] as const).flatMap((source) => {
        const holes = missing(recording.segments, source, wanted);
        const share = 1 - lengthOf(holes) / lengthOf(wanted);
        const words = holes.map((hole) => `${hole.from - from} to ${hole.to - from} ms`).join(', ');
        return share < 0.98 ? [`${source} ${share}, without ${words}`] : [];
      });
      expect(short).toEqual([]);
    },
    10_000,
  );

  check(
    'holds flash and beep at the same moment',
    async () => {
      const once = (at: number) => at > noted.reload.from && at < noted.reload.from + firstRunMs;
      flashed = (await flashes(segments)).filter(once);
      const beeped = (await beeps(segments)).filter(once);
      expect(flashed.length).toBeGreaterThanOrEqual(2);
      const off = flashed.map(
        (flash) => beeped.map((beep) => beep - flash).toSorted((x, y) => Math.abs(x) - Math.abs(y))[0],
      );
      expect(off.filter((milliseconds) => !(Math.abs(milliseconds ?? Infinity) <= 100))).toEqual([]);
    },
    60_000,
  );

  check(
    'has the flags where they belong',
    async () => {
      const { flags } = await teacher.read(routes.getSitting, { id: sittingId });
      const [from, to] = cameraTime(flashed[0] ?? 0);
      expectFlag(flags, 'SCR-01', noted.left, noted.back);
      expectFlag(flags, 'CAM-01', from(scenes.nobody), to(scenes.nobody));
      expectFlag(flags, 'PER-01', from(scenes.two), to(scenes.two));
      expectFlag(flags, 'NET-01', noted.cut.from, noted.cut.up);
    },
    10_000,
  );

  check(
    'has every answer, also those that were given without a line',
    async () => {
      const attempt = await teacher.read(routes.reviewAttempt, { id: sittingId });
      expect(attempt.receipt).toMatchObject({ sha256: checksum, answered: 10, items: 10, how: 'submitted' });
      expect(attempt.items.map(wordsOf)).toEqual(given.map((one) => [one].flat().toSorted()));
      expect(attempt.items.flatMap(({ history }) => history).filter(({ late }) => late)).toEqual([]);
    },
    10_000,
  );

  /** Where the camera's scenes lie in time, by the first flash that was recorded after the camera began anew. */
  function cameraTime(flash: number) {
    const begun = marks
      .map((mark) => flash - mark * 1000)
      .find((at) => at > noted.reload.from && at < noted.reload.from + 5000);
    if (begun === undefined) throw new Error('No flash lies where the camera can have begun.');
    return [
      (scene: { readonly from: number }) => begun + scene.from * 1000,
      (scene: { readonly to: number }) => begun + scene.to * 1000,
    ] as const;
  }
});

describe('the review', () => {
  let reviews: ReviewerScreens;

  step(
    'plays camera and screen, and a flag leads to its moment',
    async () => {
      reviews = new ReviewerScreens(teacher);
      await reviews.openSitting(title, name);
      const { flags } = await teacher.read(routes.getSitting, { id: sittingId });
      const recording = await teacher.read(routes.recording, { id: sittingId });
      const ordered = flags.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
      const at = ordered.findLastIndex(({ code }) => code === 'PER-01');
      const flag = ordered[at] as FlagView;
      await reviews.openFlag(at, flag);
      await reviews.seesRecording();
      const begun = Math.min(...recording.segments.map(({ startedAt }) => Date.parse(startedAt)));
      const expected = (Date.parse(flag.startedAt) - begun) / 1000;
      expect(Math.abs((await reviews.position()) - expected)).toBeLessThanOrEqual(15);
      await teacher.photograph('reviewer');
      expect(await teacher.barriers()).toEqual([]);
    },
    60_000,
  );

  step(
    'asks a person about every flag',
    async () => {
      const { flags } = await teacher.read(routes.getSitting, { id: sittingId });
      const ordered = flags.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
      for (const [at, flag] of ordered.entries()) {
        await reviews.openFlag(at, flag);
        await reviews.judge(at, flag.code === 'PER-01' ? 'confirmed' : 'dismissed');
      }
    },
    60_000,
  );

  step(
    'grades the essay and decides',
    async () => {
      await reviews.grade(10, 36);
      expect(await teacher.barriers()).toEqual([]);
      await reviews.clear('Екінші адам бөлмеге кездейсоқ кірді, көмек көрсетілген жоқ.');
      expect(await teacher.barriers()).toEqual([]);
    },
    60_000,
  );

  step(
    'ends with a protocol on paper, which has the coverage and every gap',
    async () => {
      const { path, bytes } = await reviews.downloadProtocol();
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.length).toBeGreaterThan(20_000);
      const text = await pdfText(path);
      if (text === null) return;
      const { coverage } = await teacher.read(routes.recording, { id: sittingId });
      for (const words of [
        name,
        t('document.section.coverage'),
        t('document.section.gaps'),
        t('document.cause.network'),
      ])
        expect(text).toContain(words);
      for (const { percent } of coverage) expect(text).toContain(percent.toFixed(1));
    },
    60_000,
  );

  check(
    'leaves nobody’s browser with a fault or a call to a stranger',
    async () => {
      expect([candidate, proctor, teacher].flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    5000,
  );
});
