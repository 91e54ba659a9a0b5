import { missingPackages, requirePackages, testNeeds, workerNeeds, type Machine } from './system-packages.mjs';

function machine(changes: Partial<Machine> = {}, there: readonly string[] = []): Machine & { calls: string[][] } {
  const calls: string[][] = [];
  return {
    isDebian: true,
    isRoot: true,
    hasCommand: (name) => Promise.resolve(there.includes(name)),
    hasPackage: (name) => Promise.resolve(there.includes(name)),
    aptGet: (args) => Promise.resolve(void calls.push(args)),
    ...changes,
    calls,
  };
}

describe('the system packages', () => {
  it('are missing when their command or, for a library, the package is', async () => {
    expect(await missingPackages(workerNeeds, machine({}, ['g++', 'ninja', 'pkg-config', 'libssl-dev']))).toEqual([
      'meson',
      'flatbuffers-compiler',
      'libuv1-dev',
      'libsrtp2-dev',
      'libflatbuffers-dev',
    ]);
  });

  it('are left alone when everything is there', async () => {
    const complete = machine({}, ['chromium', 'ffprobe', 'fonts-dejavu-core']);
    expect(await requirePackages(testNeeds, 'the tests need', complete)).toEqual([]);
    expect(complete.calls).toEqual([]);
  });

  it('are installed on Debian as root, after the list of packages is brought up to date', async () => {
    const bare = machine();
    expect(await requirePackages(testNeeds, 'the tests need', bare)).toEqual([
      'chromium',
      'ffmpeg',
      'fonts-dejavu-core',
    ]);
    expect(bare.calls).toEqual([
      ['update'],
      ['install', '--yes', '--no-install-recommends', 'chromium', 'ffmpeg', 'fonts-dejavu-core'],
    ]);
  });

  it('are named with the exact command to a user who is not root', async () => {
    const user = machine({ isRoot: false });
    await expect(requirePackages(testNeeds, 'the tests need', user)).rejects.toMatchObject({
      message: 'What the tests need is not installed: chromium, ffmpeg, fonts-dejavu-core.',
      remedy: expect.stringContaining(
        'sudo apt-get install --yes --no-install-recommends chromium ffmpeg fonts-dejavu-core',
      ),
    });
    expect(user.calls).toEqual([]);
  });

  it('are named without a command on another system, where libraries cannot be asked for', async () => {
    const mac = machine({ isDebian: false, isRoot: false });
    await expect(requirePackages(testNeeds, 'the tests need', mac)).rejects.toMatchObject({
      message: 'What the tests need is not installed: chromium, ffmpeg.',
    });
  });
});
