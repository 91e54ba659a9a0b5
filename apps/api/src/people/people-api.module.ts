import { Module } from '@nestjs/common';

import { PeopleModule } from '@aigaq/people';

import { AccountsController } from './accounts.controller';
import { MailsController } from './mails.controller';
import { MeController } from './me.controller';
import { RosterController } from './roster.controller';
import { SignInController } from './sign-in.controller';
import { WelcomeController } from './welcome.controller';

@Module({
  imports: [PeopleModule],
  controllers: [
    WelcomeController,
    SignInController,
    MeController,
    AccountsController,
    RosterController,
    MailsController,
  ],
})
export class PeopleApiModule {}
