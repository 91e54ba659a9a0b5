import { createRoute, redirect } from '@tanstack/react-router';
import {
  IconBooks,
  IconCalendarEvent,
  IconHistory,
  IconHome,
  IconMail,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';

import { lazyPage } from '../app/lazy-page';
import type { NavigationEntry } from '../app/navigation';
import { appRoute, requires } from '../app/root-route';
import { readEventsSearch, readEventTab, readJournalSearch, readPageSearch, readPeopleSearch } from './search';

const getParentRoute = () => appRoute;

const home = createRoute({
  getParentRoute,
  path: '/',
  // Whoever only sits exams begins with them.
  beforeLoad: ({ context }) => {
    const held = context.me.permissions;
    if (held.includes('own_sitting.read') && !held.includes('event.read')) throw redirect({ to: '/my-exams' });
  },
  component: lazyPage(() => import('./home/home-page'), 'HomePage'),
});
const account = createRoute({
  getParentRoute,
  path: '/account',
  component: lazyPage(() => import('./account/account-page'), 'AccountPage'),
});
const people = createRoute({
  getParentRoute,
  path: '/people',
  validateSearch: readPeopleSearch,
  beforeLoad: requires('account.read'),
  component: lazyPage(() => import('./people/people-page'), 'PeoplePage'),
});
const newAccount = createRoute({
  getParentRoute,
  path: '/people/new',
  beforeLoad: requires('account.create'),
  component: lazyPage(() => import('./people/new-account-page'), 'NewAccountPage'),
});
const editAccount = createRoute({
  getParentRoute,
  path: '/people/$accountId',
  beforeLoad: requires('account.read'),
  component: lazyPage(() => import('./people/account-editor-page'), 'AccountEditorPage'),
});
const slips = createRoute({
  getParentRoute,
  path: '/slips',
  beforeLoad: requires('account.create', 'account.reset_password', 'roster.import'),
  component: lazyPage(() => import('./people/slips-page'), 'SlipsPage'),
});
const groups = createRoute({
  getParentRoute,
  path: '/groups',
  beforeLoad: requires('group.read'),
  component: lazyPage(() => import('./people/groups-page'), 'GroupsPage'),
});
const importRoster = createRoute({
  getParentRoute,
  path: '/roster-import',
  beforeLoad: requires('roster.import'),
  component: lazyPage(() => import('./roster/roster-page'), 'RosterPage'),
});
const rosterPreview = createRoute({
  getParentRoute,
  path: '/roster-import/$importId',
  beforeLoad: requires('roster.import'),
  component: lazyPage(() => import('./roster/roster-preview-page'), 'RosterPreviewPage'),
});
const disciplines = createRoute({
  getParentRoute,
  path: '/disciplines',
  beforeLoad: requires('discipline.read'),
  component: lazyPage(() => import('./events/disciplines-page'), 'DisciplinesPage'),
});
const events = createRoute({
  getParentRoute,
  path: '/events',
  validateSearch: readEventsSearch,
  beforeLoad: requires('event.read'),
  component: lazyPage(() => import('./events/events-page'), 'EventsPage'),
});
const newEvent = createRoute({
  getParentRoute,
  path: '/events/new',
  beforeLoad: requires('event.create'),
  component: lazyPage(() => import('./events/new-event-page'), 'NewEventPage'),
});
const editEvent = createRoute({
  getParentRoute,
  path: '/events/$eventId',
  validateSearch: readEventTab,
  beforeLoad: requires('event.read'),
  component: lazyPage(() => import('./events/event-page'), 'EventPage'),
});
const mails = createRoute({
  getParentRoute,
  path: '/mails',
  validateSearch: readPageSearch,
  beforeLoad: requires('mail.read'),
  component: lazyPage(() => import('./journal/mails-page'), 'MailsPage'),
});
const journal = createRoute({
  getParentRoute,
  path: '/journal',
  validateSearch: readJournalSearch,
  beforeLoad: requires('journal.read'),
  component: lazyPage(() => import('./journal/journal-page'), 'JournalPage'),
});

export const staffRoutes = [
  home,
  account,
  people,
  newAccount,
  editAccount,
  slips,
  groups,
  importRoster,
  rosterPreview,
  disciplines,
  events,
  newEvent,
  editEvent,
  mails,
  journal,
] as const;

export const staffNavigation: readonly NavigationEntry[] = [
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

export const homeNavigation: NavigationEntry = {
  to: '/',
  label: 'nav.home',
  icon: IconHome,
  permissions: ['event.read', 'account.read'],
  section: 'mine',
};
