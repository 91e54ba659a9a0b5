import { PeopleModule } from '@aigaq/people';
import { Module } from '@nestjs/common';

import { ListJournal } from './list-journal';

/** Looking at the whole from outside: who did what. */
@Module({ imports: [PeopleModule], providers: [ListJournal], exports: [ListJournal] })
export class OversightModule {}
