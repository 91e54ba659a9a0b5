import { useNavigate, useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';

import { routes, type AnswerOf } from '@aigaq/contracts';

import { useSetSession } from '../app/session';
import { hasChosenLanguage, useChooseLanguage } from '../shared/i18n';

type SignedIn = AnswerOf<typeof routes.signIn>;

/** Goes where a sign-in leads: to the second step, to a password of one's own, or to where the person wanted to be. */
export function useEnter(next: string | undefined): (answer: SignedIn) => void {
  const navigate = useNavigate();
  const { history } = useRouter();
  const setSession = useSetSession();
  const chooseLanguage = useChooseLanguage();
  return useCallback(
    (answer: SignedIn) => {
      const search = next === undefined ? {} : { next };
      if (answer.step === 'second_factor') {
        void navigate({ to: '/sign-in/code', search });
        return;
      }
      const { me, csrfToken } = answer;
      setSession({ me, csrfToken });
      // Whoever switched the language on this page meant it; else the person's own counts.
      if (!hasChosenLanguage()) chooseLanguage(me.language);
      if (me.mustChangePassword) void navigate({ to: '/first-password', search });
      else history.push(next ?? '/');
    },
    [chooseLanguage, history, navigate, next, setSession],
  );
}
