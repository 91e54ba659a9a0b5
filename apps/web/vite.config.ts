import { resolve } from 'node:path';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

import { behaviourAssetsPlugin } from '../../libs/behaviour/vite-plugin';

const projectRoot = resolve(import.meta.dirname, '../..');
/** Where the API runs while the client is developed with vite's own server. */
const api = process.env['AIGAQ_API'] ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), behaviourAssetsPlugin(projectRoot)],
  resolve: { alias: [{ find: /^@aigaq\/(.+)$/, replacement: `${projectRoot}/libs/$1/index.ts` }] },
  worker: { format: 'es' },
  build: {
    outDir: resolve(projectRoot, 'dist/web'),
    emptyOutDir: true,
    target: 'es2023',
    // An inlined font or picture would need data: in the content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      '/api': { target: api },
      '/socket.io': { target: api, ws: true },
    },
  },
});
