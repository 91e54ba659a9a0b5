import { PeopleModule } from '@aigaq/people';
import { Module } from '@nestjs/common';

import { AddCandidates } from './add-candidates';
import { AssignStaff } from './assign-staff';
import { ChangeEvent } from './change-event';
import { CreateDiscipline } from './create-discipline';
import { CreateEvent } from './create-event';
import { EventRoster } from './event-roster';
import { EventStaff } from './event-staff';
import { FindEvent } from './find-event';
import { GetEvent } from './get-event';
import { ListCandidates } from './list-candidates';
import { ListDisciplines } from './list-disciplines';
import { ListEvents } from './list-events';
import { ListRuleSets } from './list-rule-sets';
import { MoveEvent } from './move-event';
import { RemoveCandidate } from './remove-candidate';
import { ShipRuleSets } from './ship-rule-sets';
import { ShowEvent } from './show-event';
import { TurnEvents } from './turn-events';
import { UpdateCandidate } from './update-candidate';
import { UpdateEvent } from './update-event';

const services = [
  FindEvent,
  EventRoster,
  EventStaff,
  ListDisciplines,
  CreateDiscipline,
  ListRuleSets,
  ListEvents,
  GetEvent,
  CreateEvent,
  UpdateEvent,
  MoveEvent,
  TurnEvents,
  ListCandidates,
  AddCandidates,
  UpdateCandidate,
  RemoveCandidate,
  AssignStaff,
];

/** Expects `EVENT_FORM` and `EVENT_BUSY` from a global module of the application. */
@Module({ imports: [PeopleModule], providers: [...services, ChangeEvent, ShowEvent, ShipRuleSets], exports: services })
export class ScheduleModule {}
