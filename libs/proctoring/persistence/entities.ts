import { AlternativeRequestEntity } from './alternative-request.entity';
import { ConsentEntity } from './consent.entity';
import { DecisionEntity } from './decision.entity';
import { FlagEntity } from './flag.entity';
import { IdentityCheckEntity } from './identity-check.entity';
import { MediaFactTakenEntity } from './media-fact-taken.entity';
import { MediaNodeEntity } from './media-node.entity';
import { MediaRoomEntity } from './media-room.entity';
import { MessageEntity } from './message.entity';
import { RecordingGapEntity } from './recording-gap.entity';
import { RecordingSegmentEntity } from './recording-segment.entity';
import { RecordingTrackEntity } from './recording-track.entity';
import { SittingActionEntity } from './sitting-action.entity';
import { SittingReportEntity } from './sitting-report.entity';
import { SittingTimeFactEntity } from './sitting-time-fact.entity';
import { SittingEntity } from './sitting.entity';
import { ViewTraceEntity } from './view-trace.entity';

/** All that stands in the tables of this library. */
export const proctoringEntities = [
  AlternativeRequestEntity,
  ConsentEntity,
  DecisionEntity,
  FlagEntity,
  IdentityCheckEntity,
  MediaFactTakenEntity,
  MediaNodeEntity,
  MediaRoomEntity,
  MessageEntity,
  RecordingGapEntity,
  RecordingSegmentEntity,
  RecordingTrackEntity,
  SittingActionEntity,
  SittingReportEntity,
  SittingTimeFactEntity,
  SittingEntity,
  ViewTraceEntity,
] as const;

export {
  AlternativeRequestEntity,
  ConsentEntity,
  DecisionEntity,
  FlagEntity,
  IdentityCheckEntity,
  MediaFactTakenEntity,
  MediaNodeEntity,
  MediaRoomEntity,
  MessageEntity,
  RecordingGapEntity,
  RecordingSegmentEntity,
  RecordingTrackEntity,
  SittingActionEntity,
  SittingReportEntity,
  SittingTimeFactEntity,
  SittingEntity,
  ViewTraceEntity,
};
