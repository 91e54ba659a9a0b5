import { Badge, Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { routes, type AccountView } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import { useCan, useMe } from '../../app/session';
import { PageHeader, QueryState, useConfirm, useNotify, useTexts } from '../../shared';
import { AccountForm, accountBody, mayGrant, type AccountValues } from './account-form';
import { keepSlips } from './slip-store';

const route = getRouteApi('/signed-in/app/people/$accountId');

export function AccountEditorPage() {
  const { accountId } = route.useParams();
  const account = useQuery(query(routes.getAccount, { params: { id: accountId } }));
  return <QueryState of={account}>{(loaded) => <Editor key={loaded.id} account={loaded} />}</QueryState>;
}

function Editor({ account }: { account: AccountView }) {
  const { t } = useTexts();
  const can = useCan();
  const notify = useNotify();
  const client = useQueryClient();
  const [round, setRound] = useState(0);
  const { queryKey } = query(routes.getAccount, { params: { id: account.id } });
  const save = useMutation({
    mutationFn: (values: AccountValues) => {
      const { login: _, ...body } = accountBody(values);
      return call(routes.updateAccount, { params: { id: account.id }, body });
    },
    onSuccess: async (saved) => {
      notify.done(t('people.saved'));
      client.setQueryData(queryKey, saved);
      setRound((before) => before + 1);
      await client.invalidateQueries({ queryKey: keyOf(routes.listAccounts) });
    },
  });
  const me = useMe();
  const mayManage = account.id === me.id || account.roles.every((role) => mayGrant(me.roles, role));
  const name = [account.familyName, account.givenName, account.patronymic].filter((part) => part !== null).join(' ');
  return (
    <>
      <PageHeader
        title={name}
        path={[{ label: t('nav.people'), to: '/people' }]}
        mark={
          account.status === 'disabled' && (
            <Badge color="red" variant="light">
              {t('people.status.disabled')}
            </Badge>
          )
        }
        actions={
          <>
            {mayManage && can('account.reset_password') && <NewPasswordButton account={account} />}
            {mayManage && can('account.update') && <StatusButton account={account} />}
          </>
        }
      />
      <AccountForm
        // The saved account is the new beginning: nothing is unsaved then.
        key={round}
        isNew={false}
        readOnly={!mayManage || !can('account.update')}
        initialValues={valuesOf(account)}
        saving={save.isPending}
        error={save.error}
        onSave={(values) => save.mutate(values)}
      />
    </>
  );
}

function valuesOf(account: AccountView): AccountValues {
  return {
    login: account.login,
    email: account.email ?? '',
    phone: account.phone ?? '',
    familyName: account.familyName,
    givenName: account.givenName,
    patronymic: account.patronymic ?? '',
    language: account.language,
    roles: account.roles,
    groupIds: account.groups.map((group) => group.id),
  };
}

function NewPasswordButton({ account }: { account: AccountView }) {
  const { t } = useTexts();
  const confirm = useConfirm();
  const notify = useNotify();
  const navigate = useNavigate();
  const print = useMutation({
    mutationFn: () => call(routes.printSlips, { body: { accountIds: [account.id] } }),
    onError: notify.failed,
    onSuccess: (slips) => {
      keepSlips(slips);
      void navigate({ to: '/slips' });
    },
  });
  const ask = async () => {
    const question = { title: t('people.newSlips'), text: t('people.newSlipsText'), action: t('people.newSlips') };
    if (await confirm({ ...question, danger: true })) print.mutate();
  };
  return (
    <Button variant="default" loading={print.isPending} onClick={() => void ask()}>
      {t('people.newSlips')}
    </Button>
  );
}

function StatusButton({ account }: { account: AccountView }) {
  const { t } = useTexts();
  const me = useMe();
  const confirm = useConfirm();
  const notify = useNotify();
  const client = useQueryClient();
  const active = account.status === 'active';
  const change = useMutation({
    mutationFn: () =>
      call(routes.updateAccount, { params: { id: account.id }, body: { status: active ? 'disabled' : 'active' } }),
    onError: notify.failed,
    onSuccess: async (saved) => {
      client.setQueryData(query(routes.getAccount, { params: { id: account.id } }).queryKey, saved);
      await client.invalidateQueries({ queryKey: keyOf(routes.listAccounts) });
    },
  });
  // Nobody locks himself out.
  if (account.id === me.id) return null;
  const ask = async () => {
    if (active) {
      const question = { title: t('people.disable'), text: t('people.disableText'), action: t('people.disable') };
      if (!(await confirm({ ...question, danger: true }))) return;
    }
    change.mutate();
  };
  return (
    <Button variant="default" loading={change.isPending} onClick={() => void ask()}>
      {t(active ? 'people.disable' : 'people.enable')}
    </Button>
  );
}
