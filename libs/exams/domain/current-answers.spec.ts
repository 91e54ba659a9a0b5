import fc from 'fast-check';

import { type AnswerVersion, currentAnswers } from './current-answers';

function version(part: Partial<AnswerVersion>): AnswerVersion {
  return {
    itemId: 'one',
    response: { type: 'choice', selected: 'a' },
    flagged: false,
    answeredAt: new Date(0),
    receivedAt: new Date(0),
    late: false,
    deviceId: 'd',
    sequence: 1,
    ...part,
  };
}

describe('the answer that counts', () => {
  it('is the one that was given last, not the one that arrived last', () => {
    const older = version({ answeredAt: new Date(1000), receivedAt: new Date(9000) });
    const newer = version({ answeredAt: new Date(2000), receivedAt: new Date(3000) });
    expect(currentAnswers([newer, older]).get('one')).toBe(newer);
  });

  it('is, of two of one moment, the one that arrived later', () => {
    const first = version({ receivedAt: new Date(1), sequence: 2 });
    const second = version({ receivedAt: new Date(2), sequence: 1 });
    expect(currentAnswers([second, first]).get('one')).toBe(second);
  });

  it('is never one that came after the end', () => {
    const inTime = version({ answeredAt: new Date(1000) });
    const late = version({ answeredAt: new Date(2000), late: true });
    expect(currentAnswers([inTime, late]).get('one')).toBe(inTime);
    expect(currentAnswers([late]).size).toBe(0);
  });

  it('is the same in whatever order the versions come', () => {
    const any = fc.record({
      itemId: fc.constantFrom('one', 'two'),
      answeredAt: fc.nat(3).map((at) => new Date(at)),
      receivedAt: fc.nat(3).map((at) => new Date(at)),
      late: fc.boolean(),
      deviceId: fc.constantFrom('d', 'e'),
      sequence: fc.nat(50),
    });
    const versions = fc.uniqueArray(any.map(version), { selector: (one) => `${one.deviceId} ${one.sequence}` });
    fc.assert(
      fc.property(versions, (all) => {
        const forwards = currentAnswers(all);
        const backwards = currentAnswers([...all].reverse());
        for (const [itemId, answer] of forwards) expect(backwards.get(itemId)).toBe(answer);
        expect(backwards.size).toBe(forwards.size);
      }),
    );
  });
});
