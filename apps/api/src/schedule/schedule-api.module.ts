import { ScheduleModule } from '@aigaq/schedule';
import { Module } from '@nestjs/common';

import { CatalogueController } from './catalogue.controller';
import { EventController } from './event.controller';
import { RosterController } from './roster.controller';

@Module({ imports: [ScheduleModule], controllers: [CatalogueController, EventController, RosterController] })
export class ScheduleApiModule {}
