import { Button, Checkbox, Fieldset, Group, MultiSelect, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';

import { languages, roles, routes, type Language, type Role } from '@aigaq/contracts';

import { query } from '../../api/call';
import { useMe } from '../../app/session';
import { Problems, UnsavedGuard, useProblemForm, useTexts } from '../../shared';

// A type, not an interface: Mantine's form wants an index signature, which only a type has by itself.
export type AccountValues = {
  login: string;
  email: string;
  phone: string;
  familyName: string;
  givenName: string;
  patronymic: string;
  language: Language;
  roles: Role[];
  groupIds: string[];
};

/** What is sent: an empty field is "none". */
export function accountBody(values: AccountValues) {
  const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());
  return { ...values, email: orNull(values.email), phone: orNull(values.phone), patronymic: orNull(values.patronymic) };
}

/** The same rule as the server's: nobody gives a role that may do more than his own. */
export function mayGrant(own: readonly Role[], role: Role): boolean {
  if (own.includes('platform_administrator')) return true;
  if (own.includes('institution_administrator')) return role !== 'platform_administrator';
  return own.includes('registrar') && role === 'candidate';
}

interface AccountFormProps {
  initialValues: AccountValues;
  isNew: boolean;
  saving: boolean;
  error: unknown;
  onSave: (values: AccountValues) => void;
  /** Buttons beside the one that saves. */
  actions?: ReactNode;
  readOnly?: boolean;
}

export function AccountForm({
  initialValues,
  isNew,
  saving,
  error,
  onSave,
  actions,
  readOnly = false,
}: AccountFormProps) {
  const { t } = useTexts();
  const me = useMe();
  const groups = useQuery({ ...query(routes.listGroups), enabled: me.permissions.includes('group.read') });
  const { form, owns, tell } = useProblemForm({
    initialValues,
    toBody: accountBody,
    schema: routes.createAccount.body,
  });
  useEffect(() => {
    if (error !== null && error !== undefined) tell(error);
  }, [error, tell]);
  const field = (name: keyof AccountValues) => ({ ...form.getInputProps(name), readOnly });
  // What was just saved is clean, although the form is still here.
  const dirty = form.isDirty() && !saving;
  return (
    <form noValidate onSubmit={form.onSubmit(onSave)}>
      <UnsavedGuard when={dirty} />
      <Stack maw={760}>
        <Fieldset legend={t('people.sectionName')}>
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            <TextInput label={t('field.familyName')} required {...field('familyName')} />
            <TextInput label={t('field.givenName')} required {...field('givenName')} />
            <TextInput label={t('field.patronymic')} {...field('patronymic')} />
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t('people.sectionContact')}>
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={t('field.login')}
              description={isNew ? t('people.loginHelp') : undefined}
              required={isNew}
              disabled={!isNew}
              autoCapitalize="none"
              spellCheck={false}
              {...field('login')}
            />
            <TextInput
              type="email"
              label={t('field.email')}
              description={isNew ? t('people.emailHelp') : undefined}
              {...field('email')}
            />
            <TextInput type="tel" label={t('field.phone')} {...field('phone')} />
            <Select
              label={t('field.language')}
              allowDeselect={false}
              data={languages.map((code) => ({ value: code, label: t(`language.${code}`) }))}
              {...field('language')}
            />
          </SimpleGrid>
        </Fieldset>
        <Fieldset legend={t('people.sectionWork')}>
          <Stack>
            <Checkbox.Group label={t('field.roles')} {...form.getInputProps('roles')}>
              <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="xs" mt="xs">
                {roles
                  .filter((role) => initialValues.roles.includes(role) || mayGrant(me.roles, role))
                  .map((role) => (
                    <Checkbox
                      key={role}
                      value={role}
                      label={t(`role.${role}`)}
                      disabled={readOnly || !mayGrant(me.roles, role)}
                    />
                  ))}
              </SimpleGrid>
            </Checkbox.Group>
            <MultiSelect
              label={t('field.groupIds')}
              searchable
              clearable
              data={(groups.data ?? []).map((group) => ({ value: group.id, label: group.name }))}
              {...field('groupIds')}
            />
          </Stack>
        </Fieldset>
        <Problems error={error} except={(problem) => owns(problem) && form.errors[problem.field ?? ''] !== undefined} />
        <Group>
          {!readOnly && (
            <Button type="submit" loading={saving}>
              {t(isNew ? 'action.create' : 'action.save')}
            </Button>
          )}
          {actions}
        </Group>
      </Stack>
    </form>
  );
}
