import { Column, Entity, PrimaryColumn } from 'typeorm';

import type { IdentityCheckState } from '../domain/identity-check';

/** Stills that a person compares; the images go when the sitting ends, the result stays. */
@Entity('identity_check')
export class IdentityCheckEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'sitting_id', type: 'uuid' })
  sittingId!: string;

  @Column({ type: 'text', default: 'requested' })
  state!: IdentityCheckState;

  @Column({ name: 'face_key', type: 'text', nullable: true })
  faceKey!: string | null;

  @Column({ name: 'document_key', type: 'text', nullable: true })
  documentKey!: string | null;

  @Column({ name: 'requested_at', type: 'timestamptz', default: () => 'now()' })
  requestedAt!: Date;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt!: Date | null;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy!: string | null;

  @Column({ type: 'text', default: '' })
  reason!: string;

  @Column({ name: 'document_last4', type: 'text', default: '' })
  documentLast4!: string;
}
