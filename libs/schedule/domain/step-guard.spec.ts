import { problemsOfAnnouncement, problemsOfStaff } from './step-guard';
import { profiles } from './profiles';

const now = new Date('2026-06-01T04:00:00Z');
const ready = {
  items: 10,
  candidates: 6,
  staffRoles: ['examiner', 'proctor'] as const,
  profile: profiles.standard,
  closesAt: new Date('2026-06-01T08:00:00Z'),
};

describe('the guard of an announcement', () => {
  it('lets an event pass that has all it needs', () => {
    expect(problemsOfAnnouncement(ready, now)).toEqual([]);
    expect(problemsOfAnnouncement({ ...ready, staffRoles: ['senior_proctor', 'examiner'] }, now)).toEqual([]);
  });

  it('names everything that is missing at once', () => {
    const empty = { ...ready, items: null, candidates: 0, staffRoles: [], closesAt: now };
    expect(problemsOfAnnouncement(empty, now).map(({ code }) => code)).toEqual([
      'form_missing',
      'roster_empty',
      'examiner_missing',
      'proctor_missing',
      'in_the_past',
    ]);
  });

  it('tells an empty form from a missing one', () => {
    expect(problemsOfAnnouncement({ ...ready, items: 0 }, now)).toEqual([{ code: 'form_empty' }]);
  });

  it('asks for a proctor only where somebody is watched by a person', () => {
    expect(problemsOfStaff(['examiner'], profiles.light)).toEqual([]);
    expect(problemsOfStaff(['examiner'], profiles.strict)).toEqual([{ code: 'proctor_missing' }]);
  });
});
