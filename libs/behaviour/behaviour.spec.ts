import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { behaviourAssets, closeUnfinished, defaultParameters, parametersWith } from '.';
import type { Observation } from '.';
import { faceModelVersion } from './assets';
import { faceDetector } from './domain/face-watch';

const modules = join(__dirname, '../../node_modules');

function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')) as { version: string };
  return version;
}

describe('the files of the face detector', () => {
  it('are all there in the installed packages', () => {
    for (const { from } of behaviourAssets) expect(statSync(join(modules, from)).size).toBeGreaterThan(0);
  });

  it('carry the versions that are installed, in their address and in what is reported', () => {
    const model = `human-${versionOf('@vladmandic/human')}`;
    expect(faceModelVersion).toBe(`${model}-tfjs-${versionOf('@tensorflow/tfjs-backend-wasm')}`);
    expect(faceDetector.detectorVersion).toBe(`1-${model}`);
  });
});

describe('the parameters', () => {
  it('are the defaults with what a profile changes in them', () => {
    const changed = parametersWith({ leftWindow: { graceMs: 0 }, heartbeatMs: 5000 });
    expect(changed).toEqual({
      ...defaultParameters,
      leftWindow: { ...defaultParameters.leftWindow, graceMs: 0 },
      heartbeatMs: 5000,
    });
  });
});

describe('observations that a page left open', () => {
  const open: Observation = {
    id: 'a',
    code: 'SCR-01',
    detector: 'window',
    detectorVersion: '1',
    startedAt: 5000,
    endedAt: null,
    confidence: 1,
  };

  it('end when the page was last known to be alive, but never before they started', () => {
    const ended = { ...open, id: 'b', endedAt: 6000 };
    expect(closeUnfinished([open, ended], 8000)).toEqual([
      { change: 'closed', observation: { ...open, endedAt: 8000, detail: { ended: 'page-gone' } } },
    ]);
    expect(closeUnfinished([open], 1000)[0]?.observation.endedAt).toBe(5000);
  });
});
