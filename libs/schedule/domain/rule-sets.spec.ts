import { ruleSet } from '@aigaq/contracts';

import { shippedRuleSets } from './rule-sets';

describe('the rule sets that are shipped', () => {
  it.each(shippedRuleSets.map((set) => [set.name.en, set] as const))('"%s" is whole', (_, { validFrom, ...set }) => {
    expect(ruleSet.parse(set)).toEqual(set);
    expect(validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each(shippedRuleSets.map((set) => [set.name.en, set.values] as const))(
    'the scale of "%s" goes down to zero without a hole, and passing is a step of it',
    (_, { scale, passPercent }) => {
      const from = scale.map((step) => step.from);
      expect(from).toEqual([...new Set(from)].sort((a, b) => b - a));
      expect(from.at(-1)).toBe(0);
      expect(from).toContain(passPercent);
    },
  );

  it('names as unverified only values that it has', () => {
    for (const set of shippedRuleSets)
      for (const path of set.unverified) {
        const [first = '', second] = path.split('.');
        const value = (set.values as unknown as Record<string, unknown>)[first];
        expect(value).toBeDefined();
        if (first === 'scale') expect(set.values.scale.map((step) => step.letter)).toContain(second);
      }
  });
});
