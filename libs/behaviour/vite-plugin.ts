import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import { behaviourAssets } from './assets';

/** Puts the face detector's weights and runtime beside the built client, unchanged and under their own names. */
export function behaviourAssetsPlugin(projectRoot: string): Plugin {
  return {
    name: 'behaviour-assets',
    apply: 'build',
    generateBundle() {
      for (const { from, to } of behaviourAssets) {
        this.emitFile({ type: 'asset', fileName: to, source: readFileSync(join(projectRoot, 'node_modules', from)) });
      }
    },
  };
}
