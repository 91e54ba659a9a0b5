export { ListJournal } from './list-journal';
export { OversightModule } from './oversight.module';
