import { Proctoring1700000000004 } from './0001-proctoring';
import { RecordingRetention1764000000004 } from './0002-recording-retention';

export const proctoringMigrations = [Proctoring1700000000004, RecordingRetention1764000000004] as const;
