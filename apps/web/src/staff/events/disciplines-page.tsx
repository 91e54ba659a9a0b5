import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { languages, routes, type AnswerOf, type Localized } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import { useCan } from '../../app/session';
import {
  DataTable,
  EmptyState,
  PageHeader,
  Problems,
  QueryState,
  useNotify,
  useProblemForm,
  useTexts,
  type Column,
} from '../../shared';

type Discipline = AnswerOf<typeof routes.listDisciplines>[number];

export function DisciplinesPage() {
  const { t, language } = useTexts();
  const can = useCan();
  const disciplines = useQuery(query(routes.listDisciplines));
  const [opened, { open, close }] = useDisclosure(false);
  // The page's own language first.
  const order = [language, ...languages.filter((code) => code !== language)];
  const columns: Column<Discipline>[] = [
    { key: 'code', label: t('disciplines.code'), value: (row) => row.code, render: (row) => row.code, width: 120 },
    ...order.map((code, index): Column<Discipline> => ({
      key: code,
      label: t(`field.${code}`),
      secondary: index > 0,
      value: (row) => row.name[code],
      render: (row) => <span lang={code}>{row.name[code]}</span>,
    })),
  ];
  return (
    <>
      <PageHeader
        title={t('nav.disciplines')}
        description={t('disciplines.description')}
        actions={
          can('discipline.create') && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={open}>
              {t('disciplines.create')}
            </Button>
          )
        }
      />
      <QueryState of={disciplines}>
        {(rows) => (
          <DataTable
            caption={t('nav.disciplines')}
            rows={rows}
            columns={columns}
            rowKey={(row) => row.id}
            sort={{ key: 'code' }}
            exportName="disciplines"
            empty={<EmptyState title={t('disciplines.empty')} />}
          />
        )}
      </QueryState>
      <Modal opened={opened} onClose={close} title={t('disciplines.create')} centered>
        {opened && <NewDiscipline onDone={close} />}
      </Modal>
    </>
  );
}

function NewDiscipline({ onDone }: { onDone: () => void }) {
  const { t } = useTexts();
  const notify = useNotify();
  const client = useQueryClient();
  const { form, owns, tell } = useProblemForm({
    initialValues: { code: '', name: { kk: '', ru: '', en: '' } },
    schema: routes.createDiscipline.body,
  });
  const create = useMutation({
    mutationFn: (body: { code: string; name: Localized }) => call(routes.createDiscipline, { body }),
    onError: tell,
    onSuccess: async () => {
      notify.done(t('disciplines.created'));
      await client.invalidateQueries({ queryKey: keyOf(routes.listDisciplines) });
      onDone();
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => create.mutate(values))}>
      <Stack>
        <Problems error={create.error} except={owns} />
        <TextInput label={t('disciplines.code')} required data-autofocus {...form.getInputProps('code')} />
        {languages.map((code) => (
          <TextInput
            key={code}
            label={t(`field.${code}`)}
            lang={code}
            required
            {...form.getInputProps(`name.${code}`)}
          />
        ))}
        <Button type="submit" loading={create.isPending}>
          {t('action.add')}
        </Button>
      </Stack>
    </form>
  );
}
