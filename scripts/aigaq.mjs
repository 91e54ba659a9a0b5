import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pinnedNode, root } from './set-up/paths.mjs';
import { runMain, SetUpProblem } from './set-up/problem.mjs';

/** `npm run -s aigaq -- COMMAND`: the built command line, on the pinned Node. */
await runMain(async () => {
  const program = join(root, 'dist', 'apps', 'cli', 'src', 'main.js');
  if (!existsSync(program))
    throw new SetUpProblem('Aigaq is not built yet.', 'npm start builds it, and so does  npm run build');
  const { status, error } = spawnSync(pinnedNode, ['--enable-source-maps', program, ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  if (error) throw error;
  return status ?? 1;
});
