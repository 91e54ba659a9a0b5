/** All that a role may be allowed to do, as `resource.action`. */
export const permissions = [
  'account.read',
  'account.create',
  'account.update',
  'account.reset_password',
  'group.read',
  'group.create',
  'roster.import',
  'discipline.read',
  'discipline.create',
  'event.read',
  'event.create',
  'event.update',
  'event.approve',
  'event.announce',
  'event.close',
  'event.assign',
  'form.read',
  'form.update',
  'own_sitting.read',
  'own_sitting.act',
  'sitting.read',
  'sitting.watch',
  'sitting.identify',
  'sitting.message',
  'sitting.pause',
  'sitting.end',
  'sitting.grant_time',
  'alternative.answer',
  'flag.raise',
  'flag.triage',
  'recording.watch',
  'attempt.read',
  'attempt.grade',
  'decision.propose',
  'decision.confirm',
  'protocol.create',
  'protocol.read',
  'journal.read',
  'mail.read',
] as const;
export type Permission = (typeof permissions)[number];

export const roles = [
  'platform_administrator',
  'institution_administrator',
  'registrar',
  'teacher',
  'proctor',
  'senior_proctor',
  'candidate',
  'observer',
] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call a route or a command: everyone, everyone who is signed in, the holder of a signed
 * link or ticket, another process of the installation, or whoever holds a permission.
 */
export type Access = 'public' | 'signed_in' | 'signed_link' | 'media_node' | Permission;
