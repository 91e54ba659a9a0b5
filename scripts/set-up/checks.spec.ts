import { countsOf } from './jest-level.mjs';
import { missingFromLock } from './lock-file.mjs';
import { misnamed } from './names.mjs';

describe('the lock file check', () => {
  it('names a platform package that the lock file lacks', () => {
    const lock = {
      packages: {
        '': { dependencies: { fast: '1' } },
        'node_modules/fast': { optionalDependencies: { 'fast-linux': '1', 'fast-darwin': '1' } },
        'node_modules/fast-linux': {},
      },
    };
    expect(missingFromLock(lock)).toEqual(['node_modules/fast -> fast-darwin']);
  });

  it('finds a dependency beside the package or anywhere above it', () => {
    const lock = {
      packages: {
        '': { dependencies: { a: '1' } },
        'node_modules/a': { dependencies: { b: '1', c: '1' } },
        'node_modules/a/node_modules/b': { dependencies: { c: '1', d: '1' } },
        'node_modules/a/node_modules/d': {},
        'node_modules/c': {},
      },
    };
    expect(missingFromLock(lock)).toEqual([]);
  });
});

describe('the check of file names', () => {
  it('lets kebab-case, roles and hidden files pass, and nothing else', () => {
    const good = ['libs/people/persistence/account.entity.ts', 'apps/web/src/media/.keep', 'test/0001-people.spec.ts'];
    const bad = ['libs/people/AdmitCandidate.ts', 'libs/people/admit_candidate.ts', 'apps/api/src/People/x.ts'];
    expect(misnamed([...good, ...bad])).toEqual(bad);
  });
});

describe('the count of the tests', () => {
  const result = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  it('is what Jest counted', () => {
    expect(countsOf(result, 0)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });

  it('takes a file that cannot be loaded for a failure', () => {
    expect(countsOf({ ...result, numRuntimeErrorTestSuites: 2 }, 1)).toMatchObject({ failed: 2 });
  });

  it('is never green when Jest is not', () => {
    expect(countsOf(result, 1)).toMatchObject({ failed: 1 });
  });
});
