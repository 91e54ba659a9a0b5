import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Proctoring1700000000004 implements MigrationInterface {
  name = 'Proctoring1700000000004';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      -- One person in one room under one profile.
      create table sitting (
        id uuid primary key,
        institution_id uuid not null references institution,
        event_id uuid not null references event,
        account_id uuid not null references account,
        state text not null default 'invited',
        profile jsonb not null,
        silenced_detectors text[] not null default '{}',
        -- What the clock is computed from; the facts themselves stand in sitting_time_fact.
        duration_seconds int not null,
        closes_at timestamptz not null,
        started_at timestamptz,
        ends_at timestamptz,
        ended_at timestamptz,
        ended_how text,
        reason text not null default '',
        -- The browser that holds the sitting now.
        device_id uuid,
        connection text not null default 'never',
        connection_since timestamptz,
        -- When the server last knew it to be there: what a crash of the server leaves to count a loss from.
        seen_at timestamptz,
        device_report jsonb,
        device_checked_at timestamptz,
        rehearsed_at timestamptz,
        created_at timestamptz not null default now(),
        unique (event_id, account_id)
      );
      create index sitting_by_event on sitting (event_id, state);
      create index sitting_by_account on sitting (account_id);
      create index sitting_running on sitting (ends_at) where state in ('live', 'interrupted');

      -- The sitting's clock: started, paused, resumed, granted.
      create table sitting_time_fact (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        at timestamptz not null,
        kind text not null,
        seconds int
      );
      create index sitting_time_fact_by_sitting on sitting_time_fact (sitting_id, at);

      create table consent (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        account_id uuid not null references account,
        version int not null,
        language text not null,
        sha256 text not null,
        document jsonb not null,
        given_at timestamptz not null default now(),
        address text not null,
        user_agent text not null
      );
      create index consent_by_sitting on consent (sitting_id);

      create table alternative_request (
        id uuid primary key,
        sitting_id uuid not null references sitting unique,
        reason text not null,
        requested_at timestamptz not null default now(),
        answered_at timestamptz,
        answered_by uuid references account,
        granted boolean,
        answer text not null default ''
      );

      create table identity_check (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        state text not null default 'requested',
        face_key text,
        document_key text,
        requested_at timestamptz not null default now(),
        decided_at timestamptz,
        decided_by uuid references account,
        reason text not null default '',
        document_last4 text not null default ''
      );
      create index identity_check_by_sitting on identity_check (sitting_id, requested_at desc);

      create table flag (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        code text not null,
        severity int not null,
        origin text not null,
        detector text not null,
        detector_version text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        confidence real not null,
        note text not null default '',
        state text not null default 'raised',
        raised_by uuid references account,
        triaged_by uuid references account,
        triaged_at timestamptz,
        triage_note text not null default '',
        created_at timestamptz not null default now()
      );
      create index flag_by_sitting on flag (sitting_id, started_at);

      -- Each line that a browser reported, taken once by its number.
      create table sitting_report (
        sitting_id uuid not null references sitting,
        device_id uuid not null,
        sequence int not null,
        at timestamptz not null,
        received_at timestamptz not null default now(),
        kind text not null,
        payload jsonb not null,
        late boolean not null default false,
        primary key (sitting_id, device_id, sequence)
      );

      create table sitting_action (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        at timestamptz not null default now(),
        kind text not null,
        by_account uuid references account,
        reason text not null default '',
        seconds int
      );
      create index sitting_action_by_sitting on sitting_action (sitting_id, at);

      create table message (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        at timestamptz not null default now(),
        sender text not null,
        account_id uuid references account,
        text text not null,
        read_at timestamptz
      );
      create index message_by_sitting on message (sitting_id, at);

      create table decision (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        outcome text not null,
        reason text not null,
        state text not null,
        needs_second boolean not null,
        proposed_by uuid not null references account,
        proposed_at timestamptz not null default now(),
        confirmed_by uuid references account,
        confirmed_at timestamptz,
        confirm_reason text not null default ''
      );
      create index decision_by_sitting on decision (sitting_id, proposed_at desc);
      create unique index decision_standing on decision (sitting_id) where state in ('proposed', 'reached');

      -- Who looked at whom (DP-14).
      create table view_trace (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        account_id uuid not null references account,
        at timestamptz not null default now(),
        what text not null
      );
      create index view_trace_by_sitting on view_trace (sitting_id, at);

      create table media_node (
        name text primary key,
        url text not null,
        workers int not null,
        version text not null,
        connected boolean not null,
        seen_at timestamptz not null default now(),
        rooms int not null default 0,
        participants int not null default 0
      );

      create table media_room (
        room text primary key,
        node text not null references media_node,
        opened_at timestamptz not null default now()
      );

      create table recording_track (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        source text not null,
        node text not null,
        codec text not null,
        started_at timestamptz not null,
        ended_at timestamptz,
        end_cause text
      );
      create index recording_track_by_sitting on recording_track (sitting_id, started_at);

      create table recording_segment (
        track_id uuid not null references recording_track,
        sequence int not null,
        sitting_id uuid not null references sitting,
        source text not null,
        object_key text not null,
        sha256 text not null,
        size int not null,
        started_at timestamptz(3) not null,
        duration_ms double precision not null,
        codec text not null,
        width int,
        height int,
        packets int not null,
        lost_packets int not null,
        stored_at timestamptz not null default now(),
        primary key (track_id, sequence)
      );
      create index recording_segment_by_sitting on recording_segment (sitting_id, started_at);

      create table recording_gap (
        id uuid primary key,
        sitting_id uuid not null references sitting,
        track_id uuid,
        source text not null,
        started_at timestamptz(3) not null,
        ended_at timestamptz(3) not null,
        cause text not null
      );
      create index recording_gap_by_sitting on recording_gap (sitting_id, started_at);

      create table media_fact_taken (
        fact_id uuid primary key,
        at timestamptz not null default now()
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
