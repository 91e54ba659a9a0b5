import { Controller } from '@nestjs/common';

import { success } from '@aigaq/kernel';
import { type AnswerOf, type Outcome, routes } from '@aigaq/contracts';
import {
  type BrowserCookies,
  CompletePasswordReset,
  type CompletedSignIn,
  DescribeMe,
  RequestPasswordReset,
  SignIn,
  SignInSecondFactor,
  SignOut,
} from '@aigaq/people';

import type { SessionCookies } from '../http/cookies';
import { type Call, Handle } from '../http/handle';

type SignedIn = Outcome<AnswerOf<typeof routes.signIn>>;
type Done = Outcome<{ done: true }>;

@Controller()
export class SignInController {
  constructor(
    private readonly signInByPassword: SignIn,
    private readonly signInByCode: SignInSecondFactor,
    private readonly endSession: SignOut,
    private readonly describeMe: DescribeMe,
    private readonly requestReset: RequestPasswordReset,
    private readonly completeReset: CompletePasswordReset,
  ) {}

  @Handle(routes.signIn)
  async signIn({ body, cookies, origin }: Call<typeof routes.signIn>): Promise<SignedIn> {
    const outcome = await this.signInByPassword.run(body, browserOf(cookies), origin);
    if (!outcome.ok) return outcome;
    if (outcome.value.step === 'done') return this.complete(outcome.value, cookies);
    cookies.setSession(outcome.value.session.token, outcome.value.session.milliseconds);
    return success({ step: 'second_factor' });
  }

  @Handle(routes.signInSecondFactor)
  async signInSecondFactor({ body, cookies, origin }: Call<typeof routes.signInSecondFactor>): Promise<SignedIn> {
    const outcome = await this.signInByCode.run(body.code, browserOf(cookies), origin);
    return outcome.ok ? this.complete(outcome.value, cookies) : outcome;
  }

  @Handle(routes.signOut)
  async signOut({ cookies }: Call<typeof routes.signOut>): Promise<Done> {
    const outcome = await this.endSession.run(cookies.session);
    cookies.clearSession();
    return outcome;
  }

  @Handle(routes.requestPasswordReset)
  requestPasswordReset({ body }: Call<typeof routes.requestPasswordReset>): Promise<Done> {
    return this.requestReset.run(body);
  }

  @Handle(routes.completePasswordReset)
  completePasswordReset({ body }: Call<typeof routes.completePasswordReset>): Promise<Done> {
    return this.completeReset.run(body);
  }

  private async complete(
    { accountId, session, deviceCookie }: CompletedSignIn,
    cookies: SessionCookies,
  ): Promise<SignedIn> {
    cookies.setSession(session.token, session.milliseconds);
    if (deviceCookie !== null) cookies.setDevice(deviceCookie);
    return success({ step: 'done', me: await this.describeMe.run(accountId), csrfToken: session.csrfToken });
  }
}

function browserOf({ session, device }: SessionCookies): BrowserCookies {
  return { session, device };
}
