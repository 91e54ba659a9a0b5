import { sources } from '@aigaq/contracts';
import type { Interval } from '@aigaq/evidence';
import type { EntityManager } from 'typeorm';

import type { RecordingMaterial, StoredSegment } from '../domain/assemble-recording';
import { pausesOf } from '../domain/pauses';
import { inTheRoom } from '../domain/room-rules';
import { FlagEntity } from './flag.entity';
import { RecordingGapEntity } from './recording-gap.entity';
import { RecordingSegmentEntity } from './recording-segment.entity';
import { RecordingTrackEntity } from './recording-track.entity';
import { readTimeFacts } from './sitting-queries';
import type { SittingEntity } from './sitting.entity';

/** All that is known of a sitting's recording at `now`. */
export async function readRecording(
  manager: EntityManager,
  sitting: SittingEntity,
  now: Date,
): Promise<RecordingMaterial> {
  const where = { sittingId: sitting.id };
  const order = { startedAt: 'ASC' as const };
  const segments = await manager.find(RecordingSegmentEntity, { where, order: { ...order, sequence: 'ASC' } });
  const tracks = await manager.find(RecordingTrackEntity, { where, order });
  const gaps = await manager.find(RecordingGapEntity, { where, order });
  const outages = await manager.find(FlagEntity, { where: { ...where, code: 'NET-01' }, order });
  const pauses: Interval[] = pausesOf(await readTimeFacts(manager, sitting.id), sitting.endedAt ?? now);
  return {
    sittingId: sitting.id,
    startedAt: sitting.startedAt,
    // A sitting that never started has no end that coverage could count to.
    endedAt: sitting.startedAt === null ? null : sitting.endedAt,
    sources: sources.filter((source) => sitting.profile.records.includes(source)),
    segments: segments.map(toStored),
    tracks,
    gaps,
    pauses,
    outages: outages.map((flag) => ({ from: flag.startedAt, to: flag.endedAt })),
    deletedAt: sitting.recordingDeletedAt,
    running: inTheRoom.includes(sitting.state) || tracks.some((track) => track.endedAt === null),
    now,
  };
}

function toStored(segment: RecordingSegmentEntity): StoredSegment {
  const { sittingId: _, packets: __, lostPackets: ___, storedAt: ____, deletedAt: _____, ...stored } = segment;
  return stored;
}
