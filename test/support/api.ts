import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExpressAdapter, type NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';

import { FixedClock } from '@aigaq/kernel';
import { CLOCK } from '@aigaq/platform';

import { AppModule } from '../../apps/api/src/app.module';
import { configureApp } from '../../apps/api/src/bootstrap';
import { readApiConfig } from '../../apps/api/src/config';
import { createDatabase } from './database';

export interface TestApi {
  readonly app: NestExpressApplication;
  /** `http://127.0.0.1:<port>`; the API listens for requests and sockets. */
  readonly url: string;
  /** Rules see this clock; it stands still until it is moved. */
  readonly clock: FixedClock;
  stop(): Promise<void>;
}

/** The whole API on a database of its own and a port of its own, as `main.ts` starts it, but with a clock that stands. */
export async function startApi(settings: Readonly<Record<string, string>> = {}): Promise<TestApi> {
  const database = await createDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'aigaq-api-'));
  const config = readApiConfig({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATABASE_POOL: '8',
    DATA_DIR: folder,
    SECRET: 'for-tests-0123456789-abcdefghijkl',
    NODE_SECRET: 'nodes-in-tests-0123456789-abcdefghijkl',
    ...settings,
  });
  const clock = new FixedClock(new Date());
  const modules = await Test.createTestingModule({ imports: [AppModule.forRoot(config)] })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  const app = modules.createNestApplication<NestExpressApplication>(new ExpressAdapter(), {
    bodyParser: false,
    logger: ['error'],
  });
  configureApp(app);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    url: (await app.getUrl()).replace('localhost', '127.0.0.1'),
    clock,
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
