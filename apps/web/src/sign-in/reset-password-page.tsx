import { Alert, Button, Stack } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { z } from 'zod';

import { newPassword, routes } from '@aigaq/contracts';

import { call, ProblemError } from '../api/call';
import { AnchorLink, ButtonLink, PageHeader, Problems, useProblemForm, useTexts } from '../shared';
import { NewPasswordFields, passwordsDiffer } from './new-password-fields';

const route = getRouteApi('/public/reset-password');
const schema = z.object({ next: newPassword, repeat: z.string().min(1) });

export function ResetPasswordPage() {
  const { t } = useTexts();
  const { token } = route.useSearch();
  const { form } = useProblemForm({ initialValues: { next: '', repeat: '' }, schema });
  const complete = useMutation({
    mutationFn: (password: string) => call(routes.completePasswordReset, { body: { token, password } }),
  });
  const linkGone =
    complete.error instanceof ProblemError &&
    (complete.error.has('link_expired') || complete.error.has('link_invalid'));

  if (complete.isSuccess) {
    return (
      <Stack maw={440} mx="auto">
        <PageHeader title={t('password.resetTitle')} />
        <Alert color="green" role="status" icon={<IconCheck aria-hidden />}>
          {t('password.resetDone')}
        </Alert>
        <ButtonLink to="/sign-in" size="md">
          {t('action.signIn')}
        </ButtonLink>
      </Stack>
    );
  }
  return (
    <Stack maw={440} mx="auto">
      <PageHeader title={t('password.resetTitle')} />
      <Problems error={complete.error} />
      {linkGone ? (
        <AnchorLink to="/forgotten-password">{t('password.forgottenTitle')}</AnchorLink>
      ) : (
        <form
          noValidate
          onSubmit={form.onSubmit((values) => {
            if (!passwordsDiffer(values)) complete.mutate(values.next);
          })}
        >
          <Stack>
            <NewPasswordFields form={form} />
            <Button type="submit" size="md" loading={complete.isPending}>
              {t('action.save')}
            </Button>
          </Stack>
        </form>
      )}
    </Stack>
  );
}
