import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

import { routes, type ConsentDocument } from '@aigaq/contracts';

import { call, keyOf, query } from '../../api/call';
import { Problems, QueryState, useTexts } from '../../shared';
import { useSession, useSitting } from '../live/use-session';
import { StepHeading } from '../shared/step-heading';

/** The notice in one's own language; to agree is never the only way. */
export function ConsentStep({ onNext }: { onNext: () => void }) {
  const { t, language, dateTime } = useTexts();
  const { line } = useSession();
  const sitting = useSitting();
  const client = useQueryClient();
  const given = sitting.state !== 'invited';
  const document = useQuery(query(routes.consentDocument, { params: { id: sitting.id }, query: { language } }));
  const agree = useMutation({
    mutationFn: (shown: ConsentDocument) =>
      call(routes.consent, {
        params: { id: sitting.id },
        body: { language: shown.language, sha256: shown.sha256 },
      }),
    onSuccess: (changed) => {
      line.update(changed);
      onNext();
    },
    // The words may have changed since they were shown: they are read anew.
    onError: () => client.invalidateQueries({ queryKey: keyOf(routes.consentDocument) }),
  });
  return (
    <Stack gap="lg">
      <StepHeading title={t('admission.step.consent')}>
        {given && sitting.consentedAt !== null
          ? t('consentStep.given', { at: dateTime(sitting.consentedAt) })
          : t('consentStep.text')}
      </StepHeading>
      <QueryState of={document}>
        {(shown) => (
          <>
            <Notice document={shown} />
            <Problems error={agree.error} />
            <Group>
              {given ? (
                <Button size="lg" onClick={onNext}>
                  {t('action.continue')}
                </Button>
              ) : (
                <Button size="lg" onClick={() => agree.mutate(shown)} loading={agree.isPending}>
                  {t('consentStep.agree')}
                </Button>
              )}
            </Group>
          </>
        )}
      </QueryState>
    </Stack>
  );
}

function Notice({ document }: { document: ConsentDocument }) {
  const { t } = useTexts();
  return (
    <Card withBorder padding="lg" component="article" lang={document.language} aria-label={document.title}>
      <Stack gap="md" className="reading">
        <Title order={2} size="h3">
          {document.title}
        </Title>
        {document.sections.map((section) => (
          <section key={section.heading}>
            <Title order={3} size="h4" mb={6}>
              {section.heading}
            </Title>
            {section.paragraphs.map((paragraph) => (
              <Text key={paragraph} mb={8}>
                {paragraph}
              </Text>
            ))}
          </section>
        ))}
        <Text size="sm" c="dimmed" className="receipt-hash">
          {t('consentStep.version', { version: document.version, hash: document.sha256.slice(0, 16) })}
        </Text>
      </Stack>
    </Card>
  );
}
