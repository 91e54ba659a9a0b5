import { eventKind, eventState, role, type EventKind, type EventState, type Role } from '@aigaq/contracts';

/** What stands in the address of a list: its filters and its page. Anything else in it is dropped. */
type Search = Record<string, unknown>;

function text(search: Search, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined;
}

function page(search: Search): number | undefined {
  const value = Number(search['page']);
  return Number.isInteger(value) && value > 1 ? value : undefined;
}

export interface PeopleSearch {
  search?: string | undefined;
  role?: Role | undefined;
  group?: string | undefined;
}

export function readPeopleSearch(search: Search): PeopleSearch {
  return { search: text(search, 'search'), role: role.safeParse(search['role']).data, group: text(search, 'group') };
}

export interface EventsSearch {
  search?: string | undefined;
  state?: EventState | undefined;
  kind?: EventKind | undefined;
  mine?: boolean | undefined;
}

export function readEventsSearch(search: Search): EventsSearch {
  return {
    search: text(search, 'search'),
    state: eventState.safeParse(search['state']).data,
    kind: eventKind.safeParse(search['kind']).data,
    mine: search['mine'] === true ? true : undefined,
  };
}

export const eventTabs = ['basics', 'form', 'candidates', 'staff', 'history'] as const;
export type EventTab = (typeof eventTabs)[number];

export function readEventTab(search: Search): { tab?: EventTab | undefined } {
  return { tab: eventTabs.find((tab) => tab === search['tab']) };
}

export function readPageSearch(search: Search): { page?: number | undefined } {
  return { page: page(search) };
}

export interface JournalSearch {
  page?: number | undefined;
  action?: string | undefined;
  subjectId?: string | undefined;
}

export function readJournalSearch(search: Search): JournalSearch {
  return { page: page(search), action: text(search, 'action'), subjectId: text(search, 'subjectId') };
}
