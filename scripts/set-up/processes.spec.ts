import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, requireFreePort } from './ports.mjs';
import { readable, startProcess, untilHealthy, type RunningProcess } from './processes.mjs';

describe('our processes', () => {
  let folder: string;
  let running: RunningProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aigaq-processes-'));
  });
  afterEach(async () => {
    await running?.stop();
    rmSync(folder, { recursive: true });
  });

  function start(text: string, env: Record<string, string> = {}): RunningProcess {
    writeFileSync(join(folder, 'program.mjs'), text);
    const logFile = join(folder, 'logs', 'program.log');
    running = startProcess({ name: 'program', program: join(folder, 'program.mjs'), env, logFile });
    return running;
  }

  const server = `
    import { createServer } from 'node:http';
    process.on('SIGTERM', () => { console.log('ending'); process.exit(0); });
    createServer((_q, r) => r.end()).listen(process.env.PORT, '127.0.0.1', () => console.log('listening'));`;

  it('are waited for until they are ready, and end when asked', async () => {
    const port = await freePort();
    const program = start(server, { PORT: String(port) });
    await untilHealthy(program, `http://127.0.0.1:${port}/`);
    await program.stop();
    expect(readFileSync(program.logFile, 'utf8')).toContain('ending');
    await expect(requireFreePort('127.0.0.1', port, 'a test', '')).resolves.toBeUndefined();
  });

  it('say with their last lines why they ended before they were ready', async () => {
    const program = start(`console.error('the disk is gone'); process.exit(7);`);
    const waiting = untilHealthy(program, `http://127.0.0.1:${await freePort()}/`);
    await expect(waiting).rejects.toThrow('program ended with status 7\n  the disk is gone');
  });

  it('are killed when they do not end', async () => {
    const port = await freePort();
    const program = start(server.replace('process.exit(0)', ''), { PORT: String(port) });
    await untilHealthy(program, `http://127.0.0.1:${port}/`);
    await program.stop(100);
    expect(() => process.kill(program.pid, 0)).toThrow('ESRCH');
  });

  it('do not see settings that are meant for another program', async () => {
    process.env['S3_ENDPOINT'] = 'http://elsewhere';
    try {
      const program = start(`console.error('S3:', process.env.S3_ENDPOINT, process.env.OWN)`, { OWN: '1' });
      expect(await program.died).toContain('S3: undefined 1');
    } finally {
      delete process.env['S3_ENDPOINT'];
    }
  });
});

describe('the last log lines', () => {
  it('say of each line of JSON what happened and why, and leave the others', () => {
    const json = JSON.stringify({ level: 50, msg: 'No store.', err: { message: 'refused\n  twice', stack: 'long' } });
    expect(readable(`${json}\nplain`)).toBe('  No store. refused twice\n  plain');
  });
});

describe('a port', () => {
  it('that is taken is named with what it was wanted for and what to do', async () => {
    const { createServer } = await import('node:net');
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
    try {
      await expect(requireFreePort('127.0.0.1', port, 'media', 'Use --port.')).rejects.toMatchObject({
        message: `Port ${port} (media) is in use by another program.`,
        remedy: 'Use --port.',
      });
    } finally {
      server.close();
    }
  });
});
