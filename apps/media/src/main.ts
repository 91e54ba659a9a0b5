import 'reflect-metadata';

import { ConfigError, Log } from '@aigaq/platform';

import { readMediaConfig } from './config';
import { MediaNode } from './media-node';

async function main(): Promise<void> {
  const log = new Log();
  const node = await MediaNode.start(readMediaConfig(process.env), log);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    node.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('The media node did not stop cleanly.', error);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof ConfigError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
