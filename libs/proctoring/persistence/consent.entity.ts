import type { ConsentDocument, Language } from '@aigaq/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Proof of a consent: the very document that was shown, with its hash. */
@Entity('consent')
export class ConsentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId!: string;

  @Column({ type: 'int' })
  version!: number;

  @Column({ type: 'text' })
  language!: Language;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'jsonb' })
  document!: ConsentDocument;

  @Column({ name: 'given_at', type: 'timestamptz', default: () => 'now()' })
  givenAt!: Date;

  @Column({ type: 'text' })
  address!: string;

  @Column({ name: 'user_agent', type: 'text' })
  userAgent!: string;
}
