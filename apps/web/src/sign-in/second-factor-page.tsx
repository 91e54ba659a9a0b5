import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';

import { routes } from '@aigaq/contracts';

import { call } from '../api/call';
import { AnchorLink, PageHeader, Problems, useProblemForm, useTexts } from '../shared';
import { useEnter } from './use-enter';

const route = getRouteApi('/public/sign-in/code');

export function SecondFactorPage() {
  const { t } = useTexts();
  const { next } = route.useSearch();
  const enter = useEnter(next);
  const { form, owns } = useProblemForm({ initialValues: { code: '' }, schema: routes.signInSecondFactor.body });
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call(routes.signInSecondFactor, { body }),
    onSuccess: enter,
    onError: () => form.setFieldValue('code', ''),
  });
  return (
    <Stack maw={440} mx="auto">
      <PageHeader title={t('signIn.codeTitle')} description={t('signIn.codeText')} />
      <form noValidate onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
        <Stack>
          <Problems error={confirm.error} except={owns} />
          <TextInput
            label={t('signIn.codeLabel')}
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            size="md"
            autoFocus
            {...form.getInputProps('code')}
          />
          <Button type="submit" size="md" loading={confirm.isPending}>
            {t('action.continue')}
          </Button>
          <AnchorLink to="/sign-in" search={next === undefined ? {} : { next }} size="sm">
            {t('signIn.again')}
          </AnchorLink>
        </Stack>
      </form>
    </Stack>
  );
}
