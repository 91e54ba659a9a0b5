import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';

import { routes } from '@aigaq/contracts';

import { call, keyOf } from '../../api/call';
import { useMe } from '../../app/session';
import { PageHeader, useNotify, useTexts } from '../../shared';
import { AccountForm, accountBody, type AccountValues } from './account-form';
import { keepSlips } from './slip-store';

export function NewAccountPage() {
  const { t } = useTexts();
  const me = useMe();
  const notify = useNotify();
  const navigate = useNavigate();
  const client = useQueryClient();
  const create = useMutation({
    mutationFn: (values: AccountValues) => call(routes.createAccount, { body: accountBody(values) }),
    onSuccess: async ({ slip }) => {
      notify.done(t('people.created'));
      await client.invalidateQueries({ queryKey: keyOf(routes.listAccounts) });
      keepSlips([slip]);
      await navigate({ to: '/slips', ignoreBlocker: true });
    },
  });
  const initialValues: AccountValues = {
    login: '',
    email: '',
    phone: '',
    familyName: '',
    givenName: '',
    patronymic: '',
    language: me.institution.defaultLanguage,
    roles: ['candidate'],
    groupIds: [],
  };
  return (
    <>
      <PageHeader title={t('people.newTitle')} path={[{ label: t('nav.people'), to: '/people' }]} />
      <AccountForm
        isNew
        initialValues={initialValues}
        saving={create.isPending}
        error={create.error}
        onSave={(values) => create.mutate(values)}
      />
    </>
  );
}
