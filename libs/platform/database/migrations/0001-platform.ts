import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1700000000001 implements MigrationInterface {
  name = 'Platform1700000000001';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      -- Who did what: written in the transaction of the deed, never changed.
      create table journal (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        institution_id uuid,
        actor_id uuid,
        action text not null,
        subject_type text not null,
        subject_id uuid,
        data jsonb not null default '{}'
      );
      create index journal_by_institution on journal (institution_id, id desc);
      create index journal_by_subject on journal (subject_id, id desc);

      -- Facts that other libraries hear of, after the commit and at least once.
      create table outbox (
        id bigint generated always as identity primary key,
        at timestamptz not null default now(),
        fact text not null,
        payload jsonb not null,
        delivered_at timestamptz,
        attempts int not null default 0,
        last_error text
      );
      create index outbox_waiting on outbox (id) where delivered_at is null;

      create table mail (
        id uuid primary key,
        institution_id uuid,
        to_address text not null,
        language text not null,
        subject text not null,
        text text not null,
        created_at timestamptz not null default now(),
        sent_at timestamptz,
        attempts int not null default 0,
        next_attempt_at timestamptz not null default now(),
        last_error text
      );
      create index mail_waiting on mail (next_attempt_at) where sent_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
