import { Alert, Button, Stack, TextInput } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';

import { routes } from '@aigaq/contracts';

import { call } from '../api/call';
import { AnchorLink, PageHeader, Problems, useProblemForm, useTexts } from '../shared';

export function ForgottenPasswordPage() {
  const { t, language } = useTexts();
  const { form, owns } = useProblemForm({
    initialValues: { login: '' },
    toBody: (values) => ({ ...values, language: 'kk' }),
    schema: routes.requestPasswordReset.body,
  });
  const request = useMutation({
    mutationFn: ({ login }: { login: string }) => call(routes.requestPasswordReset, { body: { login, language } }),
  });
  return (
    <Stack maw={440} mx="auto">
      <PageHeader title={t('password.forgottenTitle')} description={t('password.forgottenText')} />
      {request.isSuccess ? (
        <Alert color="green" role="status" icon={<IconMail aria-hidden />} title={t('password.sentTitle')}>
          {t('password.sentText')}
        </Alert>
      ) : (
        <form noValidate onSubmit={form.onSubmit((values) => request.mutate(values))}>
          <Stack>
            <Problems error={request.error} except={owns} />
            <TextInput
              label={t('password.loginOrEmail')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              size="md"
              {...form.getInputProps('login')}
            />
            <Button type="submit" size="md" loading={request.isPending}>
              {t('password.sendLink')}
            </Button>
          </Stack>
        </form>
      )}
      <AnchorLink to="/sign-in" search={{}} size="sm">
        {t('signIn.back')}
      </AnchorLink>
    </Stack>
  );
}
