import fc from 'fast-check';

import { flagStates } from '@aigaq/contracts';

import { hasClip, maySecond, weighDecision, type DecisionOutcome, type WeighedFlag } from './decision-rules';

const flag = (severity: number, state: WeighedFlag['state'], hasClip = true): WeighedFlag => ({
  severity,
  state,
  hasClip,
});
const weigh = (outcome: DecisionOutcome, ...flags: WeighedFlag[]) =>
  weighDecision({ outcome, flags, secondPersonFromSeverity: 3 });

describe('a decision', () => {
  it('clears by one person when nothing was noticed', () => {
    expect(weigh('cleared')).toEqual({ ok: true, value: { needsSecond: false } });
  });

  it('clears by one person when only minor flags were confirmed', () => {
    expect(weigh('cleared', flag(2, 'confirmed'), flag(4, 'dismissed'))).toEqual({
      ok: true,
      value: { needsSecond: false },
    });
  });

  it('takes a second person to clear what was confirmed as serious', () => {
    expect(weigh('cleared', flag(3, 'confirmed'))).toEqual({ ok: true, value: { needsSecond: true } });
  });

  it('is not taken while a flag waits to be looked at', () => {
    const answer = weigh('cleared', flag(1, 'raised'), flag(2, 'raised'), flag(3, 'confirmed'));
    expect(answer).toEqual({ ok: false, problems: [{ code: 'flags_open', params: { count: 2 } }] });
  });

  it('does not wait for flags of the network', () => {
    expect(weigh('cleared', flag(0, 'raised'))).toEqual({ ok: true, value: { needsSecond: false } });
  });

  it.each(['retake', 'annulled'] as const)('%s needs a confirmed flag', (outcome) => {
    expect(weigh(outcome, flag(4, 'dismissed'))).toMatchObject({ ok: false, problems: [{ code: 'flag_needed' }] });
  });

  it('never hurts on the word of a flag without a clip', () => {
    expect(weigh('annulled', flag(4, 'confirmed', false))).toMatchObject({
      ok: false,
      problems: [{ code: 'flag_needed' }],
    });
  });

  it('never hurts because of the network, whoever confirmed it', () => {
    expect(weigh('retake', flag(0, 'confirmed'))).toMatchObject({ ok: false, problems: [{ code: 'flag_needed' }] });
  });

  it('needs another person than the one who proposed', () => {
    expect(maySecond('a', 'a')).toEqual({ ok: false, problems: [{ code: 'same_person' }] });
    expect(maySecond('a', 'b').ok).toBe(true);
  });
});

describe('any decision', () => {
  const anyFlag = fc.record({
    severity: fc.integer({ min: 0, max: 4 }),
    state: fc.constantFrom(...flagStates),
    hasClip: fc.boolean(),
  });
  const question = fc.record({
    outcome: fc.constantFrom<DecisionOutcome>('cleared', 'retake', 'annulled'),
    flags: fc.array(anyFlag, { maxLength: 12 }),
    secondPersonFromSeverity: fc.integer({ min: 1, max: 4 }),
  });

  it('that hurts has two people and a confirmed flag that can be seen', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const answer = weighDecision(asked);
        if (!answer.ok || asked.outcome === 'cleared') return;
        expect(answer.value.needsSecond).toBe(true);
        expect(asked.flags.some((one) => one.state === 'confirmed' && one.hasClip && one.severity > 0)).toBe(true);
      }),
    );
  });

  it('stands the same whatever the network did', () => {
    fc.assert(
      fc.property(question, fc.array(anyFlag), (asked, more) => {
        const network = more.map((one) => ({ ...one, severity: 0 }));
        expect(weighDecision({ ...asked, flags: [...asked.flags, ...network] })).toEqual(weighDecision(asked));
      }),
    );
  });

  it('is refused while a counting flag is open, and never for an open flag otherwise', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const open = asked.flags.some((one) => one.severity > 0 && one.state === 'raised');
        const answer = weighDecision(asked);
        const refusedAsOpen = !answer.ok && answer.problems.some((problem) => problem.code === 'flags_open');
        expect(refusedAsOpen).toBe(open);
      }),
    );
  });
});

describe('a clip', () => {
  const recorded = [
    { from: 1000, to: 2000 },
    { from: 3000, to: 4000 },
  ];

  it('is a recorded part that overlaps the flag', () => {
    expect(hasClip({ from: 1900, to: 3100 }, recorded)).toBe(true);
  });

  it('is missing when the flag falls into a gap', () => {
    expect(hasClip({ from: 2000, to: 3000 }, recorded)).toBe(false);
  });

  it('may show a flag of no length', () => {
    expect(hasClip({ from: 1500, to: 1500 }, recorded)).toBe(true);
    expect(hasClip({ from: 2500, to: 2500 }, recorded)).toBe(false);
  });

  it('may show a flag that still lasts', () => {
    expect(hasClip({ from: 3500, to: null }, recorded)).toBe(true);
    expect(hasClip({ from: 4000, to: null }, recorded)).toBe(false);
  });
});
