export { ListJournal } from './list-journal';
export { OversightModule } from './oversight.module';
export { type RetentionLine, RunRetention } from './run-retention';
