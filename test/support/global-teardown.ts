import { rm } from 'node:fs/promises';
import { takeRunning } from './running';

export default async function globalTeardown(): Promise<void> {
  const running = takeRunning();
  if (running === undefined) return;
  await running.postgres.stop();
  await rm(running.folder, { recursive: true, force: true });
}
