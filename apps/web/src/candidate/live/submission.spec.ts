import type { Receipt } from '@aigaq/contracts';

import { ProblemError } from '../../api/problem-error';
import { Submission, type SubmissionWay } from './submission';

const receipt: Receipt = {
  number: 'A-1',
  submittedAt: '2026-01-01T00:00:00Z',
  answered: 1,
  items: 1,
  sha256: '0'.repeat(64),
  how: 'submitted',
};

function wayWith(changes: Partial<SubmissionWay> = {}) {
  const done: string[] = [];
  const way: SubmissionWay = {
    flush: () => Promise.resolve(void done.push('flush')),
    settle: () => Promise.resolve(done.push('settle') > 0),
    lastSequence: () => Promise.resolve(7),
    handIn: (last) => Promise.resolve((done.push(`hand in ${last}`), receipt)),
    ...changes,
  };
  return { way, done };
}

const settled = async (submission: Submission): Promise<void> => {
  for (let turn = 0; turn < 20 && submission.state.get().step === 'delivering'; turn += 1) await Promise.resolve();
};

describe('handing in', () => {
  it('comes after everything that was typed and kept has arrived', async () => {
    const { way, done } = wayWith();
    const submission = new Submission(way);
    submission.start();
    await settled(submission);
    expect(done).toEqual(['flush', 'settle', 'hand in 7']);
    expect(submission.state.get()).toEqual({ step: 'done', receipt });
  });

  it('waits while the line is down and goes on by itself', async () => {
    let up = false;
    const { way, done } = wayWith({ settle: () => Promise.resolve(up) });
    const submission = new Submission(way);
    submission.start();
    await settled(submission);
    expect(submission.state.get().step).toBe('waiting');
    expect(done).toEqual(['flush']);
    up = true;
    submission.wake();
    await settled(submission);
    expect(submission.state.get().step).toBe('done');
  });

  it.each([
    ['the answer was lost', ProblemError.offline()],
    ['a number is still on its way', new ProblemError([{ code: 'too_early' }], 409)],
    ['the service is away', new ProblemError([{ code: 'internal' }], 503)],
  ])('is tried again where %s', async (_, error) => {
    let first = true;
    const handIn = () => {
      if (!first) return Promise.resolve(receipt);
      first = false;
      return Promise.reject(error);
    };
    const submission = new Submission(wayWith({ handIn }).way);
    submission.start();
    await settled(submission);
    expect(submission.state.get().step).toBe('waiting');
    submission.wake();
    await settled(submission);
    expect(submission.state.get().step).toBe('done');
  });

  it('says why it was refused and lets the person go on', async () => {
    const refused = new ProblemError([{ code: 'other_device' }], 409);
    const submission = new Submission(wayWith({ handIn: () => Promise.reject(refused) }).way);
    submission.start();
    await settled(submission);
    expect(submission.state.get()).toEqual({ step: 'refused', error: refused });
    submission.dismiss();
    expect(submission.state.get().step).toBe('idle');
  });

  it('happens once, however often it is asked for', async () => {
    const { way, done } = wayWith();
    const submission = new Submission(way);
    submission.start();
    submission.start();
    await settled(submission);
    submission.start();
    submission.wake();
    await settled(submission);
    expect(done.filter((line) => line.startsWith('hand in'))).toHaveLength(1);
  });
});
