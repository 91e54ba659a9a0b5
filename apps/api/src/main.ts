import 'reflect-metadata';

import { ConfigError, Log } from '@aigaq/platform';

import { createApp, endOnSignals } from './bootstrap';
import { readApiConfig } from './config';

async function main(): Promise<void> {
  const config = readApiConfig(process.env);
  const app = await createApp(config);
  endOnSignals(app);
  await app.listen(config.PORT, config.HOST);
  new Log().info('The API listens.', { url: await app.getUrl() });
}

main().catch((error: unknown) => {
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else new Log().error('The API could not start.', error);
  process.exit(1);
});
