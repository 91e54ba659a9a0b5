import { Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type DragEvent } from 'react';

import { routes } from '@aigaq/contracts';

import { call, query } from '../../api/call';
import { download, PageHeader, Problems, useTexts } from '../../shared';

const accept = '.csv,.xlsx,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The first step of an import: a file, which is only read. */
export function RosterPage() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [over, setOver] = useState(false);
  const preview = useMutation({
    mutationFn: (file: File) => call(routes.previewRoster, { files: { file } }),
    onSuccess: (roster) => {
      client.setQueryData(query(routes.getRosterImport, { params: { id: roster.id } }).queryKey, roster);
      void navigate({ to: '/roster-import/$importId', params: { importId: roster.id } });
    },
  });
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file && !preview.isPending) preview.mutate(file);
  };
  return (
    <>
      <PageHeader
        title={t('roster.title')}
        description={t('roster.description')}
        path={[{ label: t('nav.people'), to: '/people' }]}
      />
      <Stack maw={760}>
        <Problems error={preview.error} />
        <Paper
          className="drop-area"
          data-over={over || undefined}
          p="xl"
          radius="md"
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <Stack align="center" gap="sm">
            <IconFileSpreadsheet size={40} stroke={1.3} aria-hidden />
            <FileButton onChange={(file) => file && preview.mutate(file)} accept={accept}>
              {(props) => (
                <Button {...props} loading={preview.isPending} leftSection={<IconUpload size={18} aria-hidden />}>
                  {t('roster.choose')}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed" role="status">
              {preview.isPending ? t('roster.reading') : t('roster.drop')}
            </Text>
          </Stack>
        </Paper>
        <Text size="sm" c="dimmed">
          {t('roster.columns')}
        </Text>
        <Group>
          <Button
            variant="subtle"
            size="sm"
            onClick={() => download('roster.csv', `\uFEFF${t('roster.templateHeading')}\r\n`)}
          >
            {t('roster.template')}
          </Button>
        </Group>
      </Stack>
    </>
  );
}
