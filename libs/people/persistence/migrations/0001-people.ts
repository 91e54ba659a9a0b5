import type { MigrationInterface, QueryRunner } from 'typeorm';

export class People1700000000002 implements MigrationInterface {
  name = 'People1700000000002';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table institution (
        id uuid primary key,
        code text not null unique,
        name jsonb not null,
        kind text not null,
        time_zone text not null,
        default_language text not null,
        -- Roles whose holders must set up a second factor.
        second_factor_roles text[] not null default '{}',
        created_at timestamptz not null default now()
      );

      create table account (
        id uuid primary key,
        institution_id uuid not null references institution,
        login text not null,
        email text,
        phone text,
        family_name text not null,
        given_name text not null,
        patronymic text,
        language text not null,
        password_hash text not null,
        must_change_password boolean not null default true,
        -- Encrypted with the installation's secret.
        totp_secret text,
        totp_confirmed_at timestamptz,
        -- Counter of the last code that was taken: a code works once.
        totp_last_step bigint,
        recovery_code_hashes text[] not null default '{}',
        roles text[] not null,
        status text not null default 'active',
        created_at timestamptz not null default now(),
        last_sign_in_at timestamptz
      );
      create unique index account_login on account (lower(login));
      create index account_by_institution on account (institution_id, family_name, given_name);

      create table account_session (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        token_hash text not null unique,
        csrf_token text not null,
        -- False between the password and the second factor.
        complete boolean not null,
        created_at timestamptz not null default now(),
        last_seen_at timestamptz not null default now(),
        expires_at timestamptz not null,
        address text not null,
        user_agent text not null
      );
      create index account_session_by_account on account_session (account_id);

      -- A browser that once signed in: its owner is not shut out by a stranger's wrong guesses.
      create table known_device (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        token_hash text not null unique,
        created_at timestamptz not null default now()
      );

      create table password_reset (
        id uuid primary key,
        account_id uuid not null references account on delete cascade,
        token_hash text not null unique,
        created_at timestamptz not null default now(),
        expires_at timestamptz not null,
        used_at timestamptz
      );

      create table study_group (
        id uuid primary key,
        institution_id uuid not null references institution,
        name text not null,
        programme text not null default '',
        language text not null,
        unique (institution_id, name)
      );

      create table group_member (
        group_id uuid not null references study_group on delete cascade,
        account_id uuid not null references account on delete cascade,
        primary key (group_id, account_id)
      );
      create index group_member_by_account on group_member (account_id);

      create table roster_import (
        id uuid primary key,
        institution_id uuid not null references institution,
        created_by uuid not null references account,
        created_at timestamptz not null default now(),
        file_name text not null,
        rows jsonb not null,
        state text not null default 'preview'
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
