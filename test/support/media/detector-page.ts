import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = resolve(__dirname, '../../..');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.png': 'image/png',
};

/** As strict as what our server sends with the client: the detector has to live with it. */
const contentSecurityPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; img-src 'self'";

const html = `<!doctype html><title>Detectors</title><link rel="icon" href="data:,">
<script type="module" src="./main.js"></script><button>Full screen</button>`;

const script = `
import { startBehaviour } from '@aigaq/behaviour/browser';
import { FaceModel } from ${JSON.stringify(join(root, 'libs/behaviour/browser/face-model.ts'))};
document.querySelector('button').addEventListener('click', () => document.documentElement.requestFullscreen());
Object.assign(window, { startBehaviour, FaceModel });
`;

const config = `
import { behaviourAssetsPlugin } from ${JSON.stringify(join(root, 'libs/behaviour/vite-plugin.ts'))};
export default {
  plugins: [behaviourAssetsPlugin(${JSON.stringify(root)})],
  worker: { format: 'es' },
  build: { outDir: 'out', target: 'es2022' },
  resolve: {
    alias: [
      { find: /^@aigaq\\/behaviour\\/browser$/, replacement: ${JSON.stringify(join(root, 'libs/behaviour/browser/index.ts'))} },
      { find: /^@aigaq\\/([a-z]+)$/, replacement: ${JSON.stringify(join(root, 'libs'))} + '/$1/index.ts' },
    ],
  },
};
`;

export interface DetectorPage {
  readonly address: string;
  /** Paths that end in one of these are answered with 404. */
  readonly withheld: Set<string>;
  close(): Promise<void>;
}

/** A page of nothing but the detectors, bundled as the client is and served under its security policy. */
export async function serveDetectorPage(): Promise<DetectorPage> {
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-detectors-'));
  await mkdir(join(folder, 'out'));
  await Promise.all([
    writeFile(join(folder, 'index.html'), html),
    writeFile(join(folder, 'main.js'), script),
    writeFile(join(folder, 'vite.config.mts'), config),
  ]);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  await run(
    process.execPath,
    [vite, 'build', folder, '--config', join(folder, 'vite.config.mts'), '--logLevel', 'error'],
    {
      env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: 'production' },
    },
  );
  const withheld = new Set<string>();
  const server = createServer((request, response) => void answer(folder, withheld, request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    withheld,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answer(
  folder: string,
  withheld: ReadonlySet<string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = pathname === '/' ? '/index.html' : pathname;
  const file = path === '/portrait.png' ? join(__dirname, 'portrait.png') : join(folder, 'out', path);
  const refused = [...withheld].some((name) => path.endsWith(name));
  const body = refused ? null : await readFile(file).catch(() => null);
  if (body === null) {
    response.writeHead(404).end();
    return;
  }
  const type = contentTypes[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-security-policy': contentSecurityPolicy }).end(body);
}
