import { ExamsModule } from '@aigaq/exams';
import { PeopleModule } from '@aigaq/people';
import { ScheduleModule } from '@aigaq/schedule';
import { Module } from '@nestjs/common';

import { SeedDemonstration } from './seed-demonstration';
import { SeedExams } from './seed-exams';
import { SeedPeople } from './seed-people';

@Module({
  imports: [PeopleModule, ScheduleModule, ExamsModule],
  providers: [SeedDemonstration, SeedPeople, SeedExams],
  exports: [SeedDemonstration],
})
export class DemoModule {}
