export { ParticipantClock } from './domain/participant-clock';
export { parseSenderReports } from './domain/rtcp';
export { TrackRecorder } from './domain/track-recorder';
export type { RecordedGap, RecordedSegment, TrackCodec, TrackRecorderOptions } from './domain/types';
