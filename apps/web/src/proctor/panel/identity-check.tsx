import { Alert, Button, Checkbox, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { SittingDetail } from '@aigaq/contracts';

import { useCan } from '../../app/session';
import { IdentityStills } from '../../review/record/identity-stills';
import { useTexts } from '../../shared';
import { useKeys } from '../../shared/use-keys';
import { may } from './may';
import { useDeeds } from './use-deeds';

const againTemplates = ['blurred', 'glare', 'dark', 'covered', 'other'] as const;
const refuseTemplates = ['mismatch', 'name', 'none'] as const;

/** A person compares document and face. The list has to be ticked, so that a look is a look. */
export function IdentityCheck({ detail }: { detail: SittingDetail }) {
  const { t, dateTime } = useTexts();
  const can = useCan();
  const { identity, row } = detail;
  const waits = may.identify(row.state) && can('sitting.identify');
  // Stills that are shown anew after "again" are other stills.
  const shown = `${identity.state}-${detail.actions.filter((action) => action.kind === 'again').length}`;
  return (
    <Stack gap="xs">
      {!waits && (
        <Text size="sm">
          {t(`watch.identity.state.${identity.state}`)}
          {identity.decidedBy !== null &&
            identity.decidedAt !== null &&
            ` · ${identity.decidedBy}, ${dateTime(identity.decidedAt)}`}
          {identity.reason !== '' && ` · ${identity.reason}`}
        </Text>
      )}
      {identity.hasImages && can('sitting.identify') && (
        <>
          <IdentityStills sittingId={row.id} name={row.name} shown={shown} />
          <Text size="xs" c="dimmed">
            {t('watch.identity.kept')}
          </Text>
        </>
      )}
      {waits && <Verdict key={shown} detail={detail} />}
    </Stack>
  );
}

function Verdict({ detail }: { detail: SittingDetail }) {
  const { t } = useTexts();
  const { connection, on, tell, later } = useDeeds();
  const { row } = detail;
  const checks = [
    t('watch.identity.check.name', { name: row.name }),
    t('watch.identity.check.photo'),
    t('watch.identity.check.valid'),
    ...(detail.profile.aloneInRoom ? [t('watch.identity.check.alone')] : []),
  ];
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const [last4, setLast4] = useState('');
  const [asking, setAsking] = useState<'again' | 'refused' | null>(null);
  const [sending, setSending] = useState(false);
  const complete = ticked.size === checks.length;
  const tick = (index: number): void =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  const confirm = async (): Promise<void> => {
    if (!complete || sending) return;
    setSending(true);
    await tell(
      t('watch.identity.confirmed'),
      connection.command('identify', { ...on(row), verdict: 'confirmed', documentLast4: last4.trim() }),
    );
    setSending(false);
  };
  const refuse = async (verdict: 'again' | 'refused', reason: string): Promise<void> => {
    setAsking(null);
    if (verdict === 'refused') later('refuse', row, reason);
    else await tell(t('watch.identity.askedAgain'), connection.command('identify', { ...on(row), verdict, reason }));
  };
  useKeys({
    '1': () => tick(0),
    '2': () => tick(1),
    '3': () => tick(2),
    ...(checks.length > 3 ? { '4': () => tick(3) } : {}),
    Y: () => void confirm(),
    R: () => setAsking('again'),
  });
  return (
    <Stack gap="xs">
      {checks.map((label, index) => (
        <Checkbox
          key={label}
          size="sm"
          checked={ticked.has(index)}
          onChange={() => tick(index)}
          label={
            <>
              {label} <kbd aria-hidden>{index + 1}</kbd>
            </>
          }
        />
      ))}
      <TextInput
        size="sm"
        w={330}
        label={t('watch.identity.last4')}
        description={t('watch.identity.last4Help')}
        maxLength={4}
        autoComplete="off"
        value={last4}
        onChange={(event) => setLast4(event.currentTarget.value)}
      />
      {!complete && (
        <Text size="xs" c="dimmed">
          {t('watch.identity.checkFirst')}
        </Text>
      )}
      <Group gap={6}>
        <Button
          size="compact-md"
          disabled={!complete}
          loading={sending}
          aria-keyshortcuts="y"
          leftSection={<IconCheck size={16} aria-hidden />}
          onClick={() => void confirm()}
        >
          {t('watch.identity.confirm')}
          <kbd aria-hidden>Y</kbd>
        </Button>
        <Button size="compact-md" variant="default" aria-keyshortcuts="r" onClick={() => setAsking('again')}>
          {t('watch.identity.again')}
          <kbd aria-hidden>R</kbd>
        </Button>
        <Button size="compact-md" variant="light" color="red" onClick={() => setAsking('refused')}>
          {t('watch.identity.refuse')}
        </Button>
      </Group>
      <Modal
        opened={asking !== null}
        onClose={() => setAsking(null)}
        centered
        title={t(asking === 'refused' ? 'watch.identity.refuseTitle' : 'watch.identity.againTitle', { name: row.name })}
      >
        {asking !== null && (
          <ReasonForm
            verdict={asking}
            language={detail.event.language}
            onCancel={() => setAsking(null)}
            onReason={(reason) => void refuse(asking, reason)}
          />
        )}
      </Modal>
    </Stack>
  );
}

interface ReasonFormProps {
  verdict: 'again' | 'refused';
  language: string;
  onCancel: () => void;
  onReason: (reason: string) => void;
}

/** A reason in the words of the event's language: ready-made or one's own. */
function ReasonForm({ verdict, language, onCancel, onReason }: ReasonFormProps) {
  const { t } = useTexts();
  const { i18n } = useTranslation();
  const inEventLanguage = i18n.getFixedT(language);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const keys =
    verdict === 'again'
      ? againTemplates.map((key) => `watch.template.again.${key}` as const)
      : refuseTemplates.map((key) => `watch.template.refuse.${key}` as const);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (reason.trim().length >= 3) onReason(reason.trim());
      }}
    >
      <Stack gap="sm">
        {verdict === 'refused' && <Alert color="red">{t('watch.identity.refuseText')}</Alert>}
        <Stack gap={4} role="group" aria-label={t('watch.chat.templates')}>
          {keys.map((key) => (
            <Button
              key={key}
              variant="default"
              justify="flex-start"
              className="template-button"
              onClick={() => setReason(inEventLanguage(key))}
            >
              {t(key)}
            </Button>
          ))}
        </Stack>
        <Textarea
          label={t('watch.reasonForCandidate')}
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          value={reason}
          error={tried && reason.trim().length < 3 ? t('confirm.reasonMissing') : undefined}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" formNoValidate color={verdict === 'refused' ? 'red' : 'lake'}>
            {t(verdict === 'refused' ? 'watch.identity.refuse' : 'watch.identity.again')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
