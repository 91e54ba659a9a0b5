import { type Access, type Problem, routes, type RouteDefinition } from '@aigaq/contracts';
import type { OpenSession } from '@aigaq/people';

/** All that somebody may do before the first password is changed or a demanded second factor is set up. */
const withoutFullAccess: ReadonlySet<RouteDefinition> = new Set<RouteDefinition>([
  routes.me,
  routes.updateMe,
  routes.changePassword,
  routes.signOut,
]);
const toSetUpSecondFactor: ReadonlySet<RouteDefinition> = new Set<RouteDefinition>([
  routes.beginTotp,
  routes.confirmTotp,
]);

/** Why a session may not use a route, or null when it may. */
export function refusalOf(route: RouteDefinition, session: OpenSession | null): Problem | null {
  const { access } = route;
  if (access === 'public' || access === 'signed_link') return null;
  if (!session) return { code: 'not_signed_in' };
  if (!session.complete) return route === routes.signOut ? null : { code: 'second_factor_needed' };
  if (withoutFullAccess.has(route)) return null;
  if (session.mustChangePassword) return { code: 'password_must_change' };
  if (session.secondFactorRequired && !toSetUpSecondFactor.has(route)) return { code: 'second_factor_needed' };
  return permits(access, session) ? null : { code: 'forbidden' };
}

/** Why a session may not open a socket of people, or null when it may. */
export function socketRefusalOf(session: OpenSession | null): Problem | null {
  if (!session) return { code: 'not_signed_in' };
  if (!session.complete || session.secondFactorRequired) return { code: 'second_factor_needed' };
  return session.mustChangePassword ? { code: 'password_must_change' } : null;
}

export function permits(access: Access, session: OpenSession): boolean {
  if (access === 'signed_in' || access === 'public') return true;
  if (access === 'signed_link' || access === 'media_node') return false;
  return session.actor.permissions.has(access);
}
