import { documentEntities, documentMigrations } from '@aigaq/documents';
import { examEntities, examMigrations } from '@aigaq/exams';
import { peopleEntities, peopleMigrations } from '@aigaq/people';
import { platformMigrations } from '@aigaq/platform';
import { proctoringEntities, proctoringMigrations } from '@aigaq/proctoring';
import { scheduleEntities, scheduleMigrations } from '@aigaq/schedule';

/** Every table of the installation, as the API has them; `test/medium/cli.spec.ts` compares. */
export const entities = [
  ...peopleEntities,
  ...scheduleEntities,
  ...proctoringEntities,
  ...examEntities,
  ...documentEntities,
];
export const migrations = [
  ...platformMigrations,
  ...peopleMigrations,
  ...scheduleMigrations,
  ...proctoringMigrations,
  ...examMigrations,
  ...documentMigrations,
];
