import { checks } from './set-up/checks.mjs';
import { runChecks } from './set-up/run-checks.mjs';
import { runMain } from './set-up/problem.mjs';

await runMain(async () => {
  if (process.argv.includes('--help')) {
    process.stdout.write(
      'npm run check   Runs every gate: types, lint, format, import rules, unused code, lock file, names.\n',
    );
    return 0;
  }
  const { failed } = await runChecks(checks);
  return failed === 0 ? 0 : 1;
});
