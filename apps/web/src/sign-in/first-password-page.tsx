import { Button, PasswordInput, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { z } from 'zod';

import { newPassword, routes } from '@aigaq/contracts';

import { call } from '../api/call';
import { sessionQuery, useMe } from '../app/session';
import { useSignOut } from '../app/use-sign-out';
import { PageHeader, Problems, useProblemForm, useTexts } from '../shared';
import { NewPasswordFields, passwordsDiffer } from './new-password-fields';

const route = getRouteApi('/public/first-password');
const schema = z.object({ current: z.string().min(1), next: newPassword, repeat: z.string().min(1) });

/** Whoever signed in with a password that somebody else made has to make one of his own before anything else. */
export function FirstPasswordPage() {
  const { t } = useTexts();
  const me = useMe();
  const { next: address } = route.useSearch();
  const { history } = useRouter();
  const client = useQueryClient();
  const signOut = useSignOut();
  const { form, owns, tell } = useProblemForm({ initialValues: { current: '', next: '', repeat: '' }, schema });
  const change = useMutation({
    mutationFn: (body: { current: string; next: string }) => call(routes.changePassword, { body }),
    onError: tell,
    onSuccess: async () => {
      // The session may be a new one, with a new token.
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      history.push(address ?? '/');
    },
  });
  return (
    <Stack maw={440} mx="auto">
      <PageHeader title={t('password.firstTitle')} description={t('password.firstText')} />
      <form
        noValidate
        onSubmit={form.onSubmit(({ current, next, repeat }) => {
          if (!passwordsDiffer({ next, repeat })) change.mutate({ current, next });
        })}
      >
        <Stack>
          <Problems error={change.error} except={owns} />
          {/* For password managers: whose password it is. */}
          <input type="text" autoComplete="username" value={me.login} readOnly hidden />
          <PasswordInput
            label={t('field.current')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            {...form.getInputProps('current')}
          />
          <NewPasswordFields form={form} />
          <Button type="submit" size="md" loading={change.isPending}>
            {t('action.save')}
          </Button>
          <Button variant="subtle" onClick={() => signOut.mutate()}>
            {t('action.signOut')}
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
