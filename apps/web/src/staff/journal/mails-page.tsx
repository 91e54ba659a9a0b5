import { Accordion, Anchor, Group, Pagination, Stack, Text } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';

import { routes } from '@aigaq/contracts';

import { query } from '../../api/call';
import { EmptyState, PageHeader, QueryState, useTexts } from '../../shared';

const route = getRouteApi('/signed-in/app/mails');
const pageSize = 20;

/** What the installation sent. Only in a demonstration, where no mail leaves the machine. */
export function MailsPage() {
  const { t, dateTime } = useTexts();
  const { page = 1 } = route.useSearch();
  const navigate = useNavigate({ from: '/mails' });
  const mails = useQuery({
    ...query(routes.listMails, { query: { page, pageSize } }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHeader title={t('nav.mails')} description={t('mails.description')} />
      <QueryState of={mails}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState icon={IconMail} title={t('mails.empty')} />
          ) : (
            <Stack maw={860}>
              <Accordion variant="separated" chevronPosition="left">
                {rows.map((mail) => (
                  <Accordion.Item key={mail.id} value={mail.id}>
                    <Accordion.Control>
                      <Text fw={500}>{mail.subject}</Text>
                      <Text size="sm" c="dimmed">
                        {mail.to} · {dateTime(mail.createdAt)} ·{' '}
                        {mail.sentAt === null ? t('mails.waiting') : t('mails.sent')}
                      </Text>
                    </Accordion.Control>
                    <Accordion.Panel>
                      <MailText text={mail.text} />
                    </Accordion.Panel>
                  </Accordion.Item>
                ))}
              </Accordion>
              {total > pageSize && (
                <Group justify="center">
                  <Pagination
                    total={Math.ceil(total / pageSize)}
                    value={page}
                    onChange={(next) => void navigate({ search: { page: next } })}
                    aria-label={t('table.pages')}
                    getControlProps={(control) => ({
                      'aria-label': control === 'previous' ? t('table.previousPage') : t('table.nextPage'),
                    })}
                    getItemProps={(item) => ({ 'aria-label': t('table.page', { page: item }) })}
                  />
                </Group>
              )}
            </Stack>
          )
        }
      </QueryState>
    </>
  );
}

/** Plain text whose addresses can be followed: links of this installation only. */
function MailText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"']+)/);
  return (
    <Text component="div" className="prompt">
      {parts.map((part, index) =>
        part.startsWith(`${location.origin}/`) ? (
          <Anchor key={index} href={part}>
            {part}
          </Anchor>
        ) : (
          part
        ),
      )}
    </Text>
  );
}
