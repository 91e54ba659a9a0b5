import type { Provider } from '@nestjs/common';

import { EraseIdentityImages } from './admission/erase-identity-images';
import { FinishRehearsal } from './admission/finish-rehearsal';
import { GiveConsent } from './admission/give-consent';
import { InviteCandidates } from './admission/invite-candidates';
import { RefreshAccommodation } from './admission/refresh-accommodation';
import { ReportDevice } from './admission/report-device';
import { RequestAlternative } from './admission/request-alternative';
import { ShowConsent } from './admission/show-consent';
import { ShowIdentity } from './admission/show-identity';
import { WithdrawSittings } from './admission/withdraw-sittings';
import { ChangeConnection } from './sitting/change-connection';
import { EndSitting } from './sitting/end-sitting';
import { JoinSitting } from './sitting/join-sitting';
import { MySittings } from './sitting/my-sittings';
import { OwnSitting } from './sitting/own-sitting';
import { PresentSittings } from './sitting/present-sittings';
import { ReadSittings } from './sitting/read-sittings';
import { SayAsCandidate } from './sitting/say-as-candidate';
import { SittingRows } from './sitting/sitting-rows';
import { StartSitting } from './sitting/start-sitting';
import { SweepSittings } from './sitting/sweep-sittings';
import { TakePulse } from './sitting/take-pulse';
import { TakeReport } from './sitting/take-report';

/** The candidate's half: admission, the sitting and its time. Expects `SITTING_WORK` from a global module of the application. */
export const admissionProviders: Provider[] = [
  ...[InviteCandidates, RefreshAccommodation, WithdrawSittings],
  ...[ShowConsent, GiveConsent, RequestAlternative, ReportDevice, FinishRehearsal, ShowIdentity, EraseIdentityImages],
  ...[OwnSitting, MySittings, StartSitting, JoinSitting, TakeReport, SayAsCandidate, TakePulse, EndSitting],
  ...[ChangeConnection, PresentSittings, SweepSittings, ReadSittings, SittingRows],
];
