import { Platform1700000000001 } from './0001-platform';
import { JournalByAction1764000000001 } from './0002-journal-by-action';

export const platformMigrations = [Platform1700000000001, JournalByAction1764000000001] as const;
