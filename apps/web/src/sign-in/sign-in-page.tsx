import { Button, Paper, PasswordInput, SimpleGrid, Stack, Text, TextInput, UnstyledButton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';

import { routes, type AnswerOf } from '@aigaq/contracts';

import { call, query } from '../api/call';
import { AnchorLink, PageHeader, Problems, useProblemForm, useTexts } from '../shared';
import { useEnter } from './use-enter';

type DemoAccount = AnswerOf<typeof routes.welcome>['demoAccounts'][number];

const route = getRouteApi('/public/sign-in');

export function SignInPage() {
  const { t, local } = useTexts();
  const { next } = route.useSearch();
  const welcome = useQuery(query(routes.welcome));
  const enter = useEnter(next);
  const button = useRef<HTMLButtonElement>(null);
  const { form, owns } = useProblemForm({ initialValues: { login: '', password: '' }, schema: routes.signIn.body });
  const signIn = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(routes.signIn, { body }),
    onSuccess: enter,
  });
  const demoAccounts = welcome.data?.demoAccounts ?? [];
  const institutions = welcome.data?.institutions ?? [];
  const fill = (account: DemoAccount) => {
    form.setValues({ login: account.login, password: account.password });
    form.clearErrors();
    button.current?.focus();
  };

  return (
    <SimpleGrid cols={{ base: 1, md: demoAccounts.length > 0 ? 2 : 1 }} spacing={{ base: 'lg', md: 48 }}>
      <Stack gap="lg" maw={440} w="100%" mx={demoAccounts.length > 0 ? 0 : 'auto'}>
        <PageHeader
          title={t('signIn.title')}
          description={
            institutions.length === 1 && institutions[0] ? local(institutions[0].name) : t('product.purpose')
          }
        />
        <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values))}>
          <Stack>
            <Problems error={signIn.error} except={owns} />
            <TextInput
              label={t('field.login')}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              size="md"
              {...form.getInputProps('login')}
            />
            <PasswordInput
              label={t('field.password')}
              autoComplete="current-password"
              size="md"
              visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
              {...form.getInputProps('password')}
            />
            <Button type="submit" size="md" loading={signIn.isPending} ref={button}>
              {t('action.signIn')}
            </Button>
            <AnchorLink to="/forgotten-password" size="sm">
              {t('signIn.forgotten')}
            </AnchorLink>
          </Stack>
        </form>
      </Stack>
      {demoAccounts.length > 0 && <DemoAccounts accounts={demoAccounts} chosen={form.values.login} onChoose={fill} />}
    </SimpleGrid>
  );
}

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  chosen: string;
  onChoose: (account: DemoAccount) => void;
}

function DemoAccounts({ accounts, chosen, onChoose }: DemoAccountsProps) {
  const { t, tryText } = useTexts();
  const current = accounts.find((account) => account.login === chosen);
  return (
    <Paper component="section" withBorder p="md" radius="md" aria-labelledby="demo-title">
      <Stack gap="sm">
        <Text component="h2" fw={600} fz="md" m={0} id="demo-title">
          {t('signIn.demoTitle')}
        </Text>
        <Text size="sm" c="dimmed">
          {t('signIn.demoText')}
        </Text>
        <Stack gap={0}>
          {accounts.map((account) => (
            <UnstyledButton
              key={account.login}
              aria-pressed={account.login === chosen}
              className="demo-account"
              onClick={() => onChoose(account)}
            >
              <Text size="sm" fw={600} component="span">
                {tryText(`role.${account.role}`) ?? account.role}
              </Text>
              <Text size="sm" component="span">
                {account.name}
              </Text>
            </UnstyledButton>
          ))}
        </Stack>
        <Text className="visually-hidden" role="status">
          {current ? t('signIn.demoChosen', { name: current.name }) : ''}
        </Text>
      </Stack>
    </Paper>
  );
}
