import { documentEntities, documentMigrations } from '@aigaq/documents';
import { examEntities, examMigrations } from '@aigaq/exams';
import { peopleEntities, peopleMigrations } from '@aigaq/people';
import { Platform1700000000001 } from '@aigaq/platform';
import { Proctoring1700000000004, proctoringEntities } from '@aigaq/proctoring';
import { scheduleEntities, scheduleMigrations } from '@aigaq/schedule';

/** Every table of the installation: each library adds its own two lists. */
export const entities = [
  ...peopleEntities,
  ...scheduleEntities,
  ...proctoringEntities,
  ...examEntities,
  ...documentEntities,
];
export const migrations = [
  Platform1700000000001,
  ...peopleMigrations,
  ...scheduleMigrations,
  Proctoring1700000000004,
  ...examMigrations,
  ...documentMigrations,
];
