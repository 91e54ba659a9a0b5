import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';

type Class<Instance = object> = new () => Instance;

export interface DatabaseSettings {
  url: string;
  entities: readonly (Class | EntitySchema)[];
  migrations: readonly Class<MigrationInterface>[];
  /** Connections held at most. */
  poolSize: number;
}

const migrationLock = 726_531_842;

/**
 * Connects and brings the tables to this version. Several replicas may start at once: an advisory
 * lock lets one of them migrate while the others wait.
 */
export async function openDatabase(settings: DatabaseSettings): Promise<DataSource> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: settings.url,
    entities: [...settings.entities],
    migrations: [...settings.migrations],
    migrationsTableName: 'migration',
    synchronize: false,
    poolSize: settings.poolSize,
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    applicationName: 'aigaq',
  }).initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock($1)', [migrationLock]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('select pg_advisory_unlock($1)', [migrationLock]);
    await runner.release();
  }
  return dataSource;
}
