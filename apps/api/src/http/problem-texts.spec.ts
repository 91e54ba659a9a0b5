import { problemCodes } from '@aigaq/contracts';

import { catalogue } from '@aigaq/texts';

describe('the sentences for problems', () => {
  it('are there for every code, and for no other', () => {
    const keys = Object.keys(catalogue).filter((key) => key.startsWith('problem.'));
    expect(keys.sort()).toEqual(problemCodes.map((code) => `problem.${code}`).sort());
  });
});
