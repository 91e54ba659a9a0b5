import { permissions, roles } from '@aigaq/contracts';

import { permissionsOf, rolePermissions } from './roles';

describe('the roles', () => {
  it('leave no permission without a holder', () => {
    const held = permissionsOf(roles);
    expect(permissions.filter((permission) => !held.has(permission))).toEqual([]);
  });

  it('give somebody with two roles what both give', () => {
    const both = permissionsOf(['registrar', 'proctor']);
    for (const permission of [...rolePermissions.registrar, ...rolePermissions.proctor])
      expect(both.has(permission)).toBe(true);
  });

  it('keep administrators of the installation and of the institution away from recordings', () => {
    for (const role of ['platform_administrator', 'institution_administrator', 'registrar', 'observer'] as const)
      expect(rolePermissions[role]).not.toContain('recording.watch');
  });

  it('let no proctor decide or grade', () => {
    for (const permission of ['decision.propose', 'decision.confirm', 'attempt.grade'] as const)
      expect(rolePermissions.proctor).not.toContain(permission);
  });

  it('give candidates nothing but their own sittings', () => {
    expect([...rolePermissions.candidate].sort()).toEqual(['own_sitting.act', 'own_sitting.read']);
  });
});
