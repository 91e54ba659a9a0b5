import { PeopleModule } from '@aigaq/people';
import { ScheduleModule } from '@aigaq/schedule';
import { Module } from '@nestjs/common';

import { admissionProviders } from './admission.providers';
import { watchingProviders } from './watching.providers';

const providers = [...admissionProviders, ...watchingProviders];

/** One person's sitting in a room. Knows no exam: what is worked on stands behind the port `SITTING_WORK`. */
@Module({ imports: [PeopleModule, ScheduleModule], providers, exports: providers })
export class ProctoringModule {}
