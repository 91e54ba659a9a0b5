import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Exams1700000000005 implements MigrationInterface {
  name = 'Exams1700000000005';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table form (
        event_id uuid primary key references event on delete cascade,
        institution_id uuid not null references institution,
        version int not null default 1
      );

      create table form_item (
        id uuid primary key,
        event_id uuid not null references form on delete cascade,
        position int not null,
        item jsonb not null,
        unique (event_id, position) deferrable initially deferred
      );

      create table attempt (
        sitting_id uuid primary key references sitting,
        institution_id uuid not null references institution,
        event_id uuid not null references event,
        account_id uuid not null references account,
        state text not null default 'assigned',
        opened_at timestamptz,
        submitted_at timestamptz,
        receipt jsonb,
        result jsonb
      );
      create index attempt_by_event on attempt (event_id, state);

      -- Every saved version of every answer.
      create table answer_version (
        sitting_id uuid not null references attempt,
        device_id uuid not null,
        sequence int not null,
        item_id uuid not null references form_item,
        response jsonb not null,
        flagged boolean not null default false,
        answered_at timestamptz not null,
        received_at timestamptz not null default now(),
        late boolean not null default false,
        primary key (sitting_id, device_id, sequence)
      );
      create index answer_version_by_item on answer_version (sitting_id, item_id, answered_at);

      -- Every mark that was given, the newest counts.
      create table grade (
        id uuid primary key,
        sitting_id uuid not null references attempt,
        item_id uuid not null references form_item,
        points double precision not null,
        by_account uuid references account,
        comment text not null default '',
        at timestamptz not null default now()
      );
      create index grade_by_attempt on grade (sitting_id, item_id, at desc);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
