import { roles } from '@aigaq/contracts';

import { mayGrant, mayManage, refusalOfChange } from './manage-accounts';

const registrar = { accountId: 'r', roles: ['registrar'] as const };
const administrator = { accountId: 'a', roles: ['institution_administrator'] as const };
const platform = { accountId: 'p', roles: ['platform_administrator'] as const };
const active = (...held: (typeof roles)[number][]) => ({ id: 'x', roles: held, status: 'active' as const });

describe('who manages whom', () => {
  it('lets only a platform administrator make platform administrators', () => {
    expect(roles.filter((role) => mayGrant([role], 'platform_administrator'))).toEqual(['platform_administrator']);
  });

  it('lets a registrar manage candidates and nobody else', () => {
    expect(roles.filter((role) => mayGrant(['registrar'], role))).toEqual(['candidate']);
    expect(mayManage(['registrar'], ['candidate', 'proctor'])).toBe(false);
  });

  it('lets those who administer nothing manage nobody', () => {
    for (const role of ['teacher', 'proctor', 'senior_proctor', 'candidate', 'observer'] as const)
      expect(roles.filter((other) => mayGrant([role], other))).toEqual([]);
  });
});

describe('a change of an account', () => {
  it('is refused above the own rank, even when the roles stay', () => {
    expect(refusalOfChange(registrar, active('teacher'), active('teacher'), 3)).toEqual({ code: 'forbidden' });
    expect(refusalOfChange(administrator, active('platform_administrator'), active(), 3)).toEqual({
      code: 'forbidden',
    });
  });

  it('is refused when it would grant or take a role above the own rank', () => {
    expect(refusalOfChange(registrar, active('candidate'), active('candidate', 'teacher'), 3)).toEqual({
      code: 'forbidden',
      field: 'roles',
    });
    expect(refusalOfChange(administrator, active('teacher'), active('teacher', 'platform_administrator'), 3)).toEqual({
      code: 'forbidden',
      field: 'roles',
    });
  });

  it('is refused when it would leave the institution without an administrator', () => {
    const last = active('institution_administrator');
    expect(refusalOfChange(platform, last, active('teacher'), 0)).toEqual({
      code: 'last_administrator',
      field: 'roles',
    });
    expect(refusalOfChange(platform, last, { ...last, status: 'disabled' }, 0)).toEqual({
      code: 'last_administrator',
      field: 'status',
    });
    expect(refusalOfChange(platform, last, active('teacher'), 1)).toBeNull();
  });

  it('is refused when somebody would disable himself', () => {
    const self = { ...active('institution_administrator'), id: 'a' };
    expect(refusalOfChange(administrator, self, { ...self, status: 'disabled' }, 5)).toEqual({
      code: 'forbidden',
      field: 'status',
    });
  });

  it('lets everybody with the right keep the own roles', () => {
    const self = { ...active('registrar'), id: 'r' };
    expect(refusalOfChange(registrar, self, self, 1)).toBeNull();
    expect(refusalOfChange(registrar, self, { ...self, roles: ['registrar', 'candidate'] }, 1)).toBeNull();
  });
});
