import { Module } from '@nestjs/common';

import { AddAccount } from './accounts/add-account';
import { CreateAccount } from './accounts/create-account';
import { DescribeMe } from './accounts/describe-me';
import { FindAccounts } from './accounts/find-accounts';
import { GetAccount } from './accounts/get-account';
import { ListAccounts } from './accounts/list-accounts';
import { PrintSlips } from './accounts/print-slips';
import { UpdateAccount } from './accounts/update-account';
import { UpdateMe } from './accounts/update-me';
import { CreateGroup } from './groups/create-group';
import { ListGroups } from './groups/list-groups';
import { CreateInstitution } from './institutions/create-institution';
import { ListInstitutions } from './institutions/list-institutions';
import { ListMails } from './mails/list-mails';
import { ChangePassword } from './passwords/change-password';
import { CheckOwnPassword } from './passwords/check-own-password';
import { CompletePasswordReset } from './passwords/complete-password-reset';
import { PasswordHasher } from './passwords/password-hasher';
import { RequestPasswordReset } from './passwords/request-password-reset';
import { SendPasswordReset } from './passwords/send-password-reset';
import { ApplyRoster } from './roster/apply-roster';
import { GetRosterImport } from './roster/get-roster-import';
import { PreviewRoster } from './roster/preview-roster';
import { BeginTotp } from './second-factor/begin-totp';
import { CheckSecondFactor } from './second-factor/check-second-factor';
import { ConfirmTotp } from './second-factor/confirm-totp';
import { RemoveTotp } from './second-factor/remove-totp';
import { EndSession } from './sessions/end-session';
import { FindSession } from './sessions/find-session';
import { KnownDevices } from './sessions/known-devices';
import { ListSessions } from './sessions/list-sessions';
import { Sessions } from './sessions/sessions';
import { SignOut } from './sessions/sign-out';
import { CompleteSignIn } from './sign-in/complete-sign-in';
import { GuessCounter } from './sign-in/guess-counter';
import { SignIn } from './sign-in/sign-in';
import { SignInSecondFactor } from './sign-in/sign-in-second-factor';

/** What other libraries and the routes use. */
const services = [
  AddAccount,
  ApplyRoster,
  BeginTotp,
  ChangePassword,
  CompletePasswordReset,
  ConfirmTotp,
  CreateAccount,
  CreateGroup,
  CreateInstitution,
  DescribeMe,
  EndSession,
  FindAccounts,
  FindSession,
  GetAccount,
  GetRosterImport,
  ListAccounts,
  ListGroups,
  ListInstitutions,
  ListMails,
  ListSessions,
  PasswordHasher,
  PreviewRoster,
  PrintSlips,
  RemoveTotp,
  RequestPasswordReset,
  SignIn,
  SignInSecondFactor,
  SignOut,
  UpdateAccount,
  UpdateMe,
];

const parts = [
  CheckOwnPassword,
  CheckSecondFactor,
  CompleteSignIn,
  GuessCounter,
  KnownDevices,
  SendPasswordReset,
  Sessions,
];

@Module({ providers: [...services, ...parts], exports: services })
export class PeopleModule {}
