import { existsSync } from 'node:fs';
import { findCommand, run } from './command.mjs';
import { SetUpProblem } from './problem.mjs';

/**
 * What the machine must offer, and the Debian package that brings it: a command, or the package itself where it
 * brings a library.
 * @typedef {{ package: string, command?: string }} Need
 */

/** To build the mediasoup worker (see `docker/mediasoup-worker/build.sh`). @type {readonly Need[]} */
export const workerNeeds = [
  { package: 'g++', command: 'g++' },
  { package: 'meson', command: 'meson' },
  { package: 'ninja-build', command: 'ninja' },
  { package: 'pkg-config', command: 'pkg-config' },
  { package: 'flatbuffers-compiler', command: 'flatc' },
  { package: 'libssl-dev' },
  { package: 'libuv1-dev' },
  { package: 'libsrtp2-dev' },
  { package: 'libflatbuffers-dev' },
];

/** For the tests; without a font Chromium draws boxes. @type {readonly Need[]} */
export const testNeeds = [
  { package: 'chromium', command: 'chromium' },
  { package: 'ffmpeg', command: 'ffprobe' },
  { package: 'fonts-dejavu-core' },
];

/**
 * @typedef {object} Machine
 * @property {boolean} isDebian whether apt-get is there
 * @property {boolean} isRoot
 * @property {(command: string) => Promise<boolean>} hasCommand
 * @property {(name: string) => Promise<boolean>} hasPackage
 * @property {(args: string[]) => Promise<unknown>} aptGet
 */

/** @type {Machine} */
export const thisMachine = {
  isDebian: existsSync('/usr/bin/apt-get'),
  isRoot: process.getuid?.() === 0,
  hasCommand: async (command) => (await findCommand(command)) !== undefined,
  hasPackage: (name) =>
    run('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name]).then(
      (status) => status.trim() === 'installed',
      () => false,
    ),
  aptGet: (args) => run('apt-get', args, { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }),
};

/**
 * The Debian packages of which something is missing.
 * @param {readonly Need[]} needs
 * @param {Machine} machine
 * @returns {Promise<string[]>}
 */
export async function missingPackages(needs, machine) {
  /** @type {string[]} */
  const missing = [];
  for (const need of needs) {
    // A command may come from anywhere; a library can only be asked for where dpkg keeps the list.
    const there =
      need.command === undefined
        ? !machine.isDebian || (await machine.hasPackage(need.package))
        : await machine.hasCommand(need.command);
    if (!there) missing.push(need.package);
  }
  return missing;
}

/**
 * Sees to it that the packages are there: on Debian as root they are installed, elsewhere the command is named.
 * @param {readonly Need[]} needs
 * @param {string} purpose for the message
 * @param {Machine} [machine]
 * @returns {Promise<string[]>} what was installed
 * @throws {SetUpProblem} when somebody else must install them
 */
export async function requirePackages(needs, purpose, machine = thisMachine) {
  const missing = await missingPackages(needs, machine);
  if (missing.length === 0) return [];
  const install = ['install', '--yes', '--no-install-recommends', ...missing];
  if (machine.isDebian && machine.isRoot) {
    await machine.aptGet(['update']);
    await machine.aptGet(install);
    return missing;
  }
  throw new SetUpProblem(
    `What ${purpose} is not installed: ${missing.join(', ')}.`,
    machine.isDebian
      ? `Run:  sudo apt-get update && sudo apt-get ${install.join(' ')}`
      : `Install these (Debian's names) from your system's packages, then start again.`,
  );
}
