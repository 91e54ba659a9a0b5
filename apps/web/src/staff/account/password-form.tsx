import { Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';

import { newPassword, routes } from '@aigaq/contracts';

import { call, keyOf } from '../../api/call';
import { sessionQuery, useMe } from '../../app/session';
import { Problems, useNotify, useProblemForm, useTexts } from '../../shared';
import { NewPasswordFields, passwordsDiffer } from '../../sign-in/new-password-fields';

const schema = z.object({ current: z.string().min(1), next: newPassword, repeat: z.string().min(1) });

export function PasswordForm() {
  const { t } = useTexts();
  const me = useMe();
  const notify = useNotify();
  const client = useQueryClient();
  const { form, owns, tell } = useProblemForm({ initialValues: { current: '', next: '', repeat: '' }, schema });
  const change = useMutation({
    mutationFn: (body: { current: string; next: string }) => call(routes.changePassword, { body }),
    onError: tell,
    onSuccess: async () => {
      form.reset();
      notify.done(t('password.changed'));
      await client.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await client.invalidateQueries({ queryKey: keyOf(routes.mySessions) });
    },
  });
  return (
    <form
      noValidate
      onSubmit={form.onSubmit(({ current, next, repeat }) => {
        if (!passwordsDiffer({ next, repeat })) change.mutate({ current, next });
      })}
    >
      <Stack gap="sm">
        <Problems error={change.error} except={owns} />
        <input type="text" autoComplete="username" value={me.login} readOnly hidden />
        <PasswordInput
          label={t('field.current')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.getInputProps('current')}
        />
        <NewPasswordFields form={form} />
        <Text size="sm" c="dimmed">
          {t('password.changedElsewhere')}
        </Text>
        <Button type="submit" variant="default" loading={change.isPending}>
          {t('password.change')}
        </Button>
      </Stack>
    </form>
  );
}
