import { Badge, Button, Code, Group, Image, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, type AnswerOf } from '@aigaq/contracts';

import { call } from '../../api/call';
import { sessionQuery, useMe } from '../../app/session';
import { Problems, useNotify, useProblemForm, useTexts } from '../../shared';
import { RecoveryCodes } from './recovery-codes';

type Setup = AnswerOf<typeof routes.beginTotp>;

/** The second step of sign-in: set up with a picture to scan, confirmed by a first code, turned off by the password. */
export function SecondFactor() {
  const { t } = useTexts();
  const me = useMe();
  const client = useQueryClient();
  const [setup, setSetup] = useState<Setup | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [removing, setRemoving] = useState(false);
  const begin = useMutation({ mutationFn: () => call(routes.beginTotp), onSuccess: setSetup });
  const refresh = () => client.fetchQuery({ ...sessionQuery, staleTime: 0 });

  return (
    <Stack gap="sm" align="flex-start">
      <Badge color={me.secondFactor ? 'green' : 'gray'} variant="light">
        {t(me.secondFactor ? 'totp.on' : 'totp.off')}
      </Badge>
      <Text size="sm" c="dimmed">
        {t('totp.text')}
      </Text>
      <Problems error={begin.error} />
      {codes !== null && (
        <RecoveryCodes
          codes={codes}
          onKept={() => {
            setCodes(null);
          }}
        />
      )}
      {setup !== null && (
        <ConfirmSetup
          setup={setup}
          onCancel={() => setSetup(null)}
          onDone={(recoveryCodes) => {
            setSetup(null);
            setCodes(recoveryCodes);
            void refresh();
          }}
        />
      )}
      {setup === null && codes === null && !me.secondFactor && (
        <Button variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('totp.begin')}
        </Button>
      )}
      {me.secondFactor && codes === null && (
        <Button variant="default" onClick={() => setRemoving(true)}>
          {t('totp.remove')}
        </Button>
      )}
      <RemoveDialog
        opened={removing}
        onClose={() => setRemoving(false)}
        onDone={() => {
          setRemoving(false);
          void refresh();
        }}
      />
    </Stack>
  );
}

interface ConfirmSetupProps {
  setup: Setup;
  onCancel: () => void;
  onDone: (recoveryCodes: readonly string[]) => void;
}

function ConfirmSetup({ setup, onCancel, onDone }: ConfirmSetupProps) {
  const { t } = useTexts();
  const { form, owns } = useProblemForm({ initialValues: { code: '' }, schema: routes.confirmTotp.body });
  const confirm = useMutation({
    mutationFn: (body: { code: string }) => call(routes.confirmTotp, { body }),
    onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes),
    onError: () => form.setFieldValue('code', ''),
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
      <Stack gap="sm">
        <Text size="sm">{t('totp.step1')}</Text>
        {/* As a picture, not as markup: what the server draws cannot run here. */}
        <Image
          src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(setup.qrSvg)}`}
          alt={t('totp.qr')}
          w={200}
          h={200}
          className="qr"
        />
        <Text size="sm">
          {t('totp.secret')}: <Code className="secret">{setup.secret}</Code>
        </Text>
        <Text size="sm">{t('totp.step2')}</Text>
        <Problems error={confirm.error} except={owns} />
        <TextInput
          label={t('signIn.codeLabel')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          maw={200}
          {...form.getInputProps('code')}
        />
        <Group>
          <Button type="submit" loading={confirm.isPending}>
            {t('totp.confirm')}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function RemoveDialog({ opened, onClose, onDone }: { opened: boolean; onClose: () => void; onDone: () => void }) {
  const { t } = useTexts();
  return (
    <Modal opened={opened} onClose={onClose} title={t('totp.remove')} centered>
      {opened && <RemoveForm onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

function RemoveForm({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTexts();
  const notify = useNotify();
  const { form, owns } = useProblemForm({ initialValues: { password: '' }, schema: routes.removeTotp.body });
  const remove = useMutation({
    mutationFn: (body: { password: string }) => call(routes.removeTotp, { body }),
    onSuccess: () => {
      notify.done(t('totp.removed'));
      onDone();
    },
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => remove.mutate(values))}>
      <Stack>
        <Text size="sm">{t('totp.removeText')}</Text>
        <Problems error={remove.error} except={owns} />
        <PasswordInput
          label={t('field.password')}
          autoComplete="current-password"
          data-autofocus
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          {...form.getInputProps('password')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" color="red" loading={remove.isPending}>
            {t('totp.remove')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
