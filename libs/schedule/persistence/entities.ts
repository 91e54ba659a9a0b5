import { DisciplineEntity } from './discipline.entity';
import { EventCandidateEntity } from './event-candidate.entity';
import { EventHistoryEntity } from './event-history.entity';
import { EventStaffEntity } from './event-staff.entity';
import { EventEntity } from './event.entity';
import { RuleSetEntity } from './rule-set.entity';

export const scheduleEntities = [
  DisciplineEntity,
  RuleSetEntity,
  EventEntity,
  EventHistoryEntity,
  EventCandidateEntity,
  EventStaffEntity,
];
