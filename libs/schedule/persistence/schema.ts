import { DisciplineEntity } from './discipline.entity';
import { EventCandidateEntity } from './event-candidate.entity';
import { EventHistoryEntity } from './event-history.entity';
import { EventStaffEntity } from './event-staff.entity';
import { EventEntity } from './event.entity';
import { Schedule1700000000003 } from './migrations/0001-schedule';
import { RuleSetEntity } from './rule-set.entity';

export const scheduleEntities = [
  DisciplineEntity,
  RuleSetEntity,
  EventEntity,
  EventHistoryEntity,
  EventCandidateEntity,
  EventStaffEntity,
] as const;
export const scheduleMigrations = [Schedule1700000000003] as const;
