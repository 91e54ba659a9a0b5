import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Schedule1700000000003 implements MigrationInterface {
  name = 'Schedule1700000000003';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table discipline (
        id uuid primary key,
        institution_id uuid not null references institution,
        code text not null,
        name jsonb not null,
        unique (institution_id, code)
      );

      create table rule_set (
        id uuid primary key,
        -- Null: shipped with the product.
        institution_id uuid references institution,
        name jsonb not null,
        version int not null,
        legal_basis jsonb not null,
        "values" jsonb not null,
        unverified text[] not null default '{}',
        valid_from date not null,
        created_at timestamptz not null default now()
      );

      -- An exam, a defence or a session that is held.
      create table event (
        id uuid primary key,
        institution_id uuid not null references institution,
        kind text not null,
        discipline_id uuid not null references discipline,
        title jsonb not null,
        language text not null,
        opens_at timestamptz not null,
        closes_at timestamptz not null,
        duration_seconds int not null,
        profile_name text not null,
        profile_reason text not null default '',
        aids text not null default '',
        rule_set_id uuid not null references rule_set,
        -- Copies frozen when the event is announced.
        frozen_profile jsonb,
        frozen_rule_set jsonb,
        state text not null default 'draft',
        version int not null default 1,
        created_by uuid not null references account,
        created_at timestamptz not null default now(),
        check (closes_at > opens_at),
        check (duration_seconds > 0)
      );
      create index event_by_institution on event (institution_id, opens_at desc);
      create index event_by_state on event (state, opens_at);

      create table event_history (
        id uuid primary key,
        event_id uuid not null references event on delete cascade,
        at timestamptz not null default now(),
        by_account uuid references account,
        from_state text,
        to_state text not null,
        reason text not null default ''
      );
      create index event_history_by_event on event_history (event_id, at);

      create table event_candidate (
        event_id uuid not null references event on delete cascade,
        account_id uuid not null references account,
        extra_seconds int not null default 0,
        silenced_detectors text[] not null default '{}',
        added_at timestamptz not null default now(),
        primary key (event_id, account_id)
      );
      create index event_candidate_by_account on event_candidate (account_id);

      create table event_staff (
        event_id uuid not null references event on delete cascade,
        account_id uuid not null references account,
        role text not null,
        primary key (event_id, account_id, role)
      );
      create index event_staff_by_account on event_staff (account_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
