export { ParticipantClock } from './domain/participant-clock';
export { parseSenderReports, type SenderReport } from './domain/rtcp';
export { sha256 } from './domain/hash';
export { TrackRecorder } from './domain/track-recorder';
export type {
  GapCause,
  OpenGap,
  RecordedGap,
  RecordedSegment,
  TrackCodec,
  TrackRecorderOptions,
  TrackSink,
} from './domain/types';
