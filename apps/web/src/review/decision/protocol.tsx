import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconFileText } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { routes, type AttemptReview, type DocumentView } from '@aigaq/contracts';

import { call, callBinary, keyOf, query } from '../../api/call';
import { useCan } from '../../app/session';
import { download, Problems, QueryState, useNotify, useTexts } from '../../shared';
import { ungraded } from './readiness';

interface ProtocolProps {
  sittingId: string;
  decided: boolean;
  attempt: AttemptReview | undefined;
}

/** The signed paper of it all: drawn up once the decision is reached, kept with its hash. */
export function Protocol({ sittingId, decided, attempt }: ProtocolProps) {
  const { t } = useTexts();
  const can = useCan();
  const notify = useNotify();
  const client = useQueryClient();
  const list = query(routes.listDocuments, { params: { id: sittingId } });
  const documents = useQuery({ ...list, enabled: can('protocol.read') });
  const create = useMutation({
    mutationFn: () => call(routes.createProtocol, { params: { id: sittingId } }),
    onSuccess: async (made) => {
      notify.done(t('review.protocol.created', { number: made.number }));
      await client.invalidateQueries({ queryKey: keyOf(routes.listDocuments, { params: { id: sittingId } }) });
    },
  });
  if (!can('protocol.read')) return null;
  const missing = ungraded(attempt);
  return (
    <section aria-label={t('review.protocol')}>
      <Stack gap="xs">
        <Title order={3} fz="md">
          {t('review.protocol')}
        </Title>
        <QueryState of={documents}>
          {(rows) =>
            rows.length === 0 ? (
              <Text size="sm" c="dimmed">
                {t('review.protocol.none')}
              </Text>
            ) : (
              <ul className="plain-list">
                {rows.map((document) => (
                  <DocumentLine key={document.id} document={document} />
                ))}
              </ul>
            )
          }
        </QueryState>
        {!decided && (
          <Text size="sm" c="dimmed">
            {t('review.protocol.after')}
          </Text>
        )}
        {decided && missing > 0 && (
          <Text size="sm" c="dimmed">
            {t('review.decide.missing.grades')} ({t('review.answers.missing', { count: missing })})
          </Text>
        )}
        <Problems error={create.error} />
        {can('protocol.create') && decided && (
          <Group>
            <Button
              variant={documents.data?.length ? 'default' : 'filled'}
              leftSection={<IconFileText size={18} aria-hidden />}
              loading={create.isPending}
              disabled={missing > 0}
              onClick={() => create.mutate()}
            >
              {t(documents.data?.length ? 'review.protocol.again' : 'review.protocol.create')}
            </Button>
          </Group>
        )}
      </Stack>
    </section>
  );
}

function DocumentLine({ document }: { document: DocumentView }) {
  const { t, dateTime } = useTexts();
  const notify = useNotify();
  const fetchFile = useMutation({
    mutationFn: () => callBinary(routes.documentFile, { params: { id: document.id } }),
    onSuccess: (file) => download(`${document.number}.pdf`, file),
    onError: notify.failed,
  });
  return (
    <li className="line">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div>
          <Text size="sm" fw={600}>
            {t('review.protocol.number', { number: document.number })}
          </Text>
          <Text size="xs" c="dimmed">
            {t('review.protocol.made', {
              name: document.createdBy,
              at: dateTime(document.createdAt),
              language: t(`language.${document.language}`),
            })}
          </Text>
          <Text size="xs" c="dimmed" className="secret">
            SHA-256 {document.sha256}
          </Text>
        </div>
        <Button
          size="compact-md"
          variant="default"
          className="no-shrink"
          leftSection={<IconDownload size={16} aria-hidden />}
          aria-label={t('review.protocol.download', { number: document.number })}
          loading={fetchFile.isPending}
          onClick={() => fetchFile.mutate()}
        >
          PDF
        </Button>
      </Group>
    </li>
  );
}
