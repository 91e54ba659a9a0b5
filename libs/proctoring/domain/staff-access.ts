import type { Role } from '@aigaq/contracts';

/** What somebody of the staff is about to do with a sitting; the permission for it has been checked before. */
export type StaffPurpose =
  /** Watch live and act on it. */
  | 'watch'
  /** Look at the record and the recording, and weigh flags. */
  | 'review'
  /** Propose and confirm what follows. */
  | 'decide'
  /** Arrange: read, answer a request, note an absence. */
  | 'arrange';

type StaffRole = 'examiner' | 'proctor' | 'senior_proctor';

/** Which service at the event lets a person do it. */
export const staffRolesFor: Readonly<Record<StaffPurpose, readonly StaffRole[]>> = {
  watch: ['proctor', 'senior_proctor'],
  review: ['examiner', 'proctor', 'senior_proctor'],
  decide: ['examiner', 'senior_proctor'],
  arrange: ['examiner', 'proctor', 'senior_proctor'],
};

/** Whose role in the institution opens every event of it for the purpose, without serving at it. */
const institutionWide: Readonly<Record<StaffPurpose, readonly Role[]>> = {
  watch: ['senior_proctor'],
  review: ['senior_proctor'],
  decide: ['senior_proctor'],
  arrange: ['senior_proctor', 'institution_administrator'],
};

export function mayEverywhere(roles: readonly Role[], purpose: StaffPurpose): boolean {
  return roles.some((role) => institutionWide[purpose].includes(role));
}
