import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import {
  IconBooks,
  IconCalendarEvent,
  IconHistory,
  IconHome,
  IconMail,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

import type { NavigationEntry } from '../app/navigation';
import { appRoute } from '../app/root-route';

const home = createRoute({
  getParentRoute: () => appRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home/home-page'), 'HomePage'),
});

const account = createRoute({
  getParentRoute: () => appRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./account/account-page'), 'AccountPage'),
});

export const staffRoutes = [home, account] as const;

export const staffNavigation: readonly NavigationEntry[] = [
  { to: '/', label: 'nav.home', icon: IconHome, permissions: [], section: 'mine' },
  { to: '/events', label: 'nav.events', icon: IconCalendarEvent, permissions: ['event.read'], section: 'work' },
  { to: '/people', label: 'nav.people', icon: IconUsers, permissions: ['account.read'], section: 'institution' },
  { to: '/groups', label: 'nav.groups', icon: IconUsersGroup, permissions: ['group.read'], section: 'institution' },
  {
    to: '/disciplines',
    label: 'nav.disciplines',
    icon: IconBooks,
    permissions: ['discipline.read'],
    section: 'institution',
  },
  { to: '/mails', label: 'nav.mails', icon: IconMail, permissions: ['mail.read'], section: 'institution' },
  { to: '/journal', label: 'nav.journal', icon: IconHistory, permissions: ['journal.read'], section: 'institution' },
];
