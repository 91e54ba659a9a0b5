import { Module } from '@nestjs/common';

import { EventRoster } from './event-roster';
import { EventStaff } from './event-staff';
import { FindEvent } from './find-event';
import { ShipRuleSets } from './ship-rule-sets';

@Module({
  providers: [FindEvent, EventRoster, EventStaff, ShipRuleSets],
  exports: [FindEvent, EventRoster, EventStaff],
})
export class ScheduleModule {}
