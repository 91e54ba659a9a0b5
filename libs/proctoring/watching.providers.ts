import type { Provider } from '@nestjs/common';

import { ChooseNode } from './media/choose-node';
import { CloseRoom } from './media/close-room';
import { ConnectedNodes } from './media/connected-nodes';
import { GreetNode } from './media/greet-node';
import { IssueTicket } from './media/issue-ticket';
import { IssueWatchTicket } from './media/issue-watch-ticket';
import { LoseNode } from './media/lose-node';
import { LoseSilentNodes } from './media/lose-silent-nodes';
import { MediaPlaces } from './media/media-places';
import { NoteNodeLoad } from './media/note-node-load';
import { OpenObject } from './media/open-object';
import { PlaceRoom } from './media/place-room';
import { SignTicket } from './media/sign-ticket';
import { TakeMediaFacts } from './media/take-media-facts';
import { AddFlag } from './review/add-flag';
import { AnswerAlternative } from './review/answer-alternative';
import { ConfirmDecision } from './review/confirm-decision';
import { ListSittings } from './review/list-sittings';
import { MarkAbsent } from './review/mark-absent';
import { OpenIdentityImage } from './review/open-identity-image';
import { ProposeDecision } from './review/propose-decision';
import { ReadCoverage } from './review/read-coverage';
import { ReadRecording } from './review/read-recording';
import { SittingDetails } from './review/sitting-details';
import { SittingRecord } from './review/sitting-record';
import { TriageFlag } from './review/triage-flag';
import { WeighSitting } from './review/weigh-sitting';
import { DecideIdentity } from './watch/decide-identity';
import { EndByProctor } from './watch/end-by-proctor';
import { FindStaffEvent } from './watch/find-staff-event';
import { FindStaffSitting } from './watch/find-staff-sitting';
import { GrantTime } from './watch/grant-time';
import { HoldSitting } from './watch/hold-sitting';
import { ListWatchedEvents } from './watch/list-watched-events';
import { OpenSitting } from './watch/open-sitting';
import { PauseSitting } from './watch/pause-sitting';
import { RaiseFlag } from './watch/raise-flag';
import { ResumeSitting } from './watch/resume-sitting';
import { SayToCandidate } from './watch/say-to-candidate';
import { SittingNews } from './watch/sitting-news';
import { WarnCandidate } from './watch/warn-candidate';
import { WatchEvent } from './watch/watch-event';

/** The staff's half: watching, review, decisions and media. Expects `NODE_SECRET` from a global module of the application. */
export const watchingProviders: Provider[] = [
  ...[FindStaffEvent, FindStaffSitting, HoldSitting, ListWatchedEvents, WatchEvent, OpenSitting, SittingNews],
  ...[DecideIdentity, WarnCandidate, SayToCandidate, PauseSitting, ResumeSitting, GrantTime, EndByProctor, RaiseFlag],
  ...[SittingRecord, SittingDetails, ListSittings, TriageFlag, AddFlag, WeighSitting, ProposeDecision, ConfirmDecision],
  ...[AnswerAlternative, MarkAbsent, ReadCoverage, ReadRecording, OpenIdentityImage, OpenObject],
  ...[GreetNode, NoteNodeLoad, LoseNode, LoseSilentNodes, TakeMediaFacts, MediaPlaces, ConnectedNodes],
  ...[ChooseNode, PlaceRoom, CloseRoom, SignTicket, IssueTicket, IssueWatchTicket],
];
