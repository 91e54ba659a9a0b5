import { createRoute, redirect } from '@tanstack/react-router';

import { lazyPage } from '../app/lazy-page';
import { publicRoute } from '../app/root-route';
import { sessionQuery } from '../app/session';
import { readNext } from './read-next';

const signIn = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in',
  validateSearch: readNext,
  component: lazyPage(() => import('./sign-in-page'), 'SignInPage'),
});
const secondFactor = createRoute({
  getParentRoute: () => publicRoute,
  path: '/sign-in/code',
  validateSearch: readNext,
  component: lazyPage(() => import('./second-factor-page'), 'SecondFactorPage'),
});
const forgotten = createRoute({
  getParentRoute: () => publicRoute,
  path: '/forgotten-password',
  component: lazyPage(() => import('./forgotten-password-page'), 'ForgottenPasswordPage'),
});
const reset = createRoute({
  getParentRoute: () => publicRoute,
  path: '/reset-password',
  validateSearch: (search): { token: string } => ({
    token: typeof search['token'] === 'string' ? search['token'] : '',
  }),
  component: lazyPage(() => import('./reset-password-page'), 'ResetPasswordPage'),
});
const firstPassword = createRoute({
  getParentRoute: () => publicRoute,
  path: '/first-password',
  validateSearch: readNext,
  beforeLoad: async ({ context }) => {
    if (!(await context.client.ensureQueryData(sessionQuery))) throw redirect({ to: '/sign-in', search: {} });
  },
  component: lazyPage(() => import('./first-password-page'), 'FirstPasswordPage'),
});

export const publicRoutes = [signIn, secondFactor, forgotten, reset, firstPassword] as const;
