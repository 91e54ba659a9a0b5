import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';

import type { Permission } from '@aigaq/contracts';

import { ProblemError } from '../api/problem-error';
import { RouteError, RouteNotFound } from '../shared/states';
import { AppFrame } from './app-frame';
import type { NavigationEntry } from './navigation';
import { PublicFrame } from './public-frame';
import { sessionQuery } from './session';

export interface RouterContext {
  client: QueryClient;
  /** The menu, composed of what the areas name: handed in, because the areas import this file. */
  navigation: readonly NavigationEntry[];
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  errorComponent: (props) => (
    <PublicFrame>
      <RouteError {...props} />
    </PublicFrame>
  ),
  notFoundComponent: () => (
    <PublicFrame>
      <RouteNotFound />
    </PublicFrame>
  ),
});

/** Pages for everybody: sign-in and what belongs to it. */
export const publicRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'public',
  component: PublicFrame,
});

/** Everything behind the sign-in, without any frame: an exam, a wall. Brings its own header. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (session.me.mustChangePassword) throw redirect({ to: '/first-password', search: { next: location.href } });
    return { me: session.me };
  },
  component: Outlet,
});

/** Pages with the navigation beside them. */
export const appRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: 'app',
  component: AppFrame,
});

/**
 * `beforeLoad: requires('event.read')`: the route answers "not open to you" without any of the permissions. Only
 * below `signedInRoute`.
 */
export function requires(...anyOf: readonly Permission[]) {
  return ({ context }: { context: { me: { permissions: readonly Permission[] } } }): void => {
    if (!anyOf.some((permission) => context.me.permissions.includes(permission))) {
      throw new ProblemError([{ code: 'forbidden' }], 403);
    }
  };
}
