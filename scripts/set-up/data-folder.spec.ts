import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDataFolder, openDataFolder } from './data-folder.mjs';

describe('the data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'aigaq-data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes each secret once and for its owner alone', async () => {
    const data = await openDataFolder(folder);
    const first = await data.secret('secret', 32);
    expect(first.length).toBeGreaterThanOrEqual(32);
    expect(await data.secret('secret', 32)).toBe(first);
    expect(statSync(join(folder, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('is refused while another process uses it, and named with that process', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 60000)']);
    try {
      await once(other, 'spawn');
      writeFileSync(join(folder, 'lock'), String(other.pid));
      await expect(openDataFolder(folder)).rejects.toThrow(`in use by another running Aigaq (process ${other.pid})`);
    } finally {
      other.kill();
    }
  });

  it('is taken over from a process that is gone', async () => {
    writeFileSync(join(folder, 'lock'), '4194304');
    const data = await openDataFolder(folder);
    data.release();
    await expect(openDataFolder(folder)).resolves.toBeDefined();
  });

  it('is refused to a version older than the one that wrote it', async () => {
    (await openDataFolder(folder, { version: '1.10.0' })).release();
    await expect(openDataFolder(folder, { version: '1.9.3' })).rejects.toThrow(
      /written by Aigaq 1.10.0; .* older 1.9.3/,
    );
    await expect(openDataFolder(folder, { version: '1.10.1' })).resolves.toBeDefined();
  });

  it('is refused on a disk that is nearly full', async () => {
    const freeBytes = () => 700 * 1024 ** 2;
    await expect(openDataFolder(folder, { freeBytes })).rejects.toThrow('has only 700 MB left');
  });

  it('is never a folder of somebody else, to begin with or to empty', async () => {
    writeFileSync(join(folder, 'thesis.docx'), '');
    await expect(openDataFolder(folder)).rejects.toThrow('is no data folder of Aigaq');
    await expect(emptyDataFolder(folder)).rejects.toThrow('is no data folder of Aigaq');
    expect(readdirSync(folder)).toEqual(['thesis.docx']);
  });

  it('is empty after it was emptied', async () => {
    const data = await openDataFolder(folder);
    await data.secret('secret', 32);
    data.release();
    await emptyDataFolder(folder);
    expect(readdirSync(folder)).toEqual([]);
  });
});
