import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');
const source = (name: string) => JSON.stringify(join(root, 'apps/web/src/media', name));

const script = `
import { MediaPublisher } from ${source('media-publisher.ts')};
import { MediaWatcher } from ${source('media-watcher.ts')};
Object.assign(window, { MediaPublisher, MediaWatcher });
`;

const config = `export default {
  build: { outDir: 'out', lib: { entry: 'main.ts', formats: ['es'], fileName: () => 'main.mjs' } },
  resolve: { alias: [{ find: /^@aigaq\\/([a-z]+)$/, replacement: ${JSON.stringify(join(root, 'libs'))} + '/$1/index.ts' }] },
};`;

export interface MediaPage {
  readonly address: string;
  close(): Promise<void>;
}

/** A page with nothing but `MediaPublisher` and `MediaWatcher` on its window, bundled as the client is. */
export async function serveMediaPage(): Promise<MediaPage> {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-media-page-'));
  await Promise.all([writeFile(join(folder, 'main.ts'), script), writeFile(join(folder, 'vite.config.mts'), config)]);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await run(
    process.execPath,
    [vite, 'build', folder, '--config', join(folder, 'vite.config.mts'), '--logLevel', 'error'],
    { env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' } },
  );
  const bundle = await readFile(join(folder, 'out', 'main.mjs'));
  await rm(folder, { recursive: true, force: true });
  const server = createServer((request, response) => {
    const isBundle = request.url === '/main.mjs';
    response.writeHead(200, { 'content-type': isBundle ? 'text/javascript' : 'text/html' });
    response.end(
      isBundle
        ? bundle
        : '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/main.mjs"></script>',
    );
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
