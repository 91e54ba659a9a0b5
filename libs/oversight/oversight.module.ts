import { PeopleModule } from '@aigaq/people';
import { Module } from '@nestjs/common';

import { ListJournal } from './list-journal';
import { RepeatRetention } from './repeat-retention';
import { RunRetention } from './run-retention';

/** Looking at the whole from outside: who did what, and what is kept how long. Expects `RETENTION_TERMS` from the application. */
@Module({
  imports: [PeopleModule],
  providers: [ListJournal, RunRetention, RepeatRetention],
  exports: [ListJournal, RunRetention],
})
export class OversightModule {}
