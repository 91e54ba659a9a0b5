import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Documents1700000000006 implements MigrationInterface {
  name = 'Documents1700000000006';

  async up(query: QueryRunner): Promise<void> {
    await query.query(`
      create table document (
        id uuid primary key,
        institution_id uuid not null references institution,
        kind text not null,
        subject_id uuid not null,
        number text not null,
        language text not null,
        object_key text not null,
        sha256 text not null,
        size int not null,
        created_by uuid not null references account,
        created_at timestamptz not null default now(),
        unique (institution_id, kind, number)
      );
      create index document_by_subject on document (subject_id, created_at desc);

      create table document_counter (
        institution_id uuid not null references institution,
        kind text not null,
        year int not null,
        last int not null,
        primary key (institution_id, kind, year)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations only go forward.');
  }
}
