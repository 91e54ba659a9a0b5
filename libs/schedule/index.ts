import './facts';

export type { EventStaffRole } from './domain/event-access';
export { eventLifecycle, isAnnounced, isOver } from './domain/event-lifecycle';
export { profiles } from './domain/profiles';
export { shippedRuleSets } from './domain/rule-sets';
export type { EventRecord } from './event-record';
export { EventRoster, type RosterMember } from './event-roster';
export { EventStaff, type StaffMember } from './event-staff';
export { FindEvent } from './find-event';
export { scheduleEntities } from './persistence/entities';
export { Schedule1700000000003 } from './persistence/migrations/0001-schedule';
export { EVENT_BUSY, EVENT_FORM, type EventBusy, type EventForm } from './ports';
export { ScheduleModule } from './schedule.module';
