import {
  Alert,
  Button,
  Fieldset,
  Group,
  NumberInput,
  Radio,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';

import {
  eventKinds,
  languages,
  routes,
  type EventFields,
  type Language,
  type Profile,
  type RuleSetView,
} from '@aigaq/contracts';

import { query } from '../../api/call';
import { MomentInput, Problems, QueryState, UnsavedGuard, useProblemForm, useTexts } from '../../shared';
import { ProfileFacts } from './profile-facts';
import { RuleSetFacts } from './rule-set-facts';

export type BasicsValues = EventFields & Record<string, unknown>;

interface BasicsFormProps {
  initialValues: BasicsValues;
  onSave: (values: BasicsValues) => void;
  saving: boolean;
  error: unknown;
  /** Set where nothing may be changed: why. */
  readOnly?: ReactNode;
  submitLabel: string;
  /** Stands where the eye is after saving: above the button. */
  notice?: ReactNode;
  /** The frozen copies of an announced event, in the place of today's lists. */
  frozen?: { profile: Profile; ruleSet: RuleSetView };
}

/** What is held, when, how it is watched and by which rules. */
export function BasicsForm(props: BasicsFormProps) {
  const { initialValues, onSave, saving, error, readOnly, submitLabel, notice } = props;
  const { form, owns, tell } = useProblemForm({ initialValues, schema: routes.createEvent.body });
  const disabled = readOnly !== undefined;
  useEffect(() => {
    if (error !== null && error !== undefined) tell(error);
  }, [error, tell]);
  return (
    <form noValidate onSubmit={form.onSubmit(onSave)}>
      <UnsavedGuard when={form.isDirty() && !saving && !disabled} />
      <Stack maw={860}>
        {disabled && <Alert color="gray">{readOnly}</Alert>}
        <WhatFields form={form} disabled={disabled} />
        <WhenFields form={form} disabled={disabled} />
        <WatchFields form={form} disabled={disabled} frozen={props.frozen?.profile} />
        <RuleFields form={form} disabled={disabled} frozen={props.frozen?.ruleSet} />
        {notice}
        <Problems error={error} except={(problem) => owns(problem) && form.errors[problem.field ?? ''] !== undefined} />
        {!disabled && (
          <Group>
            <Button type="submit" loading={saving}>
              {submitLabel}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

type Form = ReturnType<typeof useProblemForm<BasicsValues>>['form'];
interface PartProps {
  form: Form;
  disabled: boolean;
}

function WhatFields({ form, disabled }: PartProps) {
  const { t, local } = useTexts();
  const disciplines = useQuery(query(routes.listDisciplines));
  return (
    <Fieldset legend={t('basics.sectionWhat')} disabled={disabled}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t('field.kind')}
            required
            allowDeselect={false}
            data={eventKinds.map((kind) => ({ value: kind, label: t(`event.kind.${kind}`) }))}
            {...form.getInputProps('kind')}
            disabled={disabled}
          />
          <Select
            label={t('field.disciplineId')}
            required
            searchable
            data={(disciplines.data ?? []).map((discipline) => ({
              value: discipline.id,
              label: `${discipline.code} · ${local(discipline.name)}`,
            }))}
            {...form.getInputProps('disciplineId')}
            disabled={disabled}
          />
        </SimpleGrid>
        <Fieldset legend={t('field.title')} variant="unstyled">
          <SimpleGrid cols={{ base: 1, sm: 3 }}>
            {languages.map((code) => (
              <TextInput
                key={code}
                label={t(`field.${code}`)}
                lang={code}
                required
                {...form.getInputProps(`title.${code}`)}
              />
            ))}
          </SimpleGrid>
        </Fieldset>
        <Radio.Group label={t('field.eventLanguage')} {...form.getInputProps('language')}>
          <Group mt={6}>
            {languages.map((code: Language) => (
              <Radio key={code} value={code} label={t(`language.${code}`)} disabled={disabled} />
            ))}
          </Group>
        </Radio.Group>
        <Textarea
          label={t('field.aids')}
          description={t('basics.aidsHelp')}
          autosize
          minRows={2}
          {...form.getInputProps('aids')}
        />
      </Stack>
    </Fieldset>
  );
}

function WhenFields({ form, disabled }: PartProps) {
  const { t, zone } = useTexts();
  const { durationSeconds } = form.values;
  return (
    <Fieldset legend={t('basics.sectionWhen')} disabled={disabled}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <MomentInput
          label={t('field.opensAt')}
          required
          disabled={disabled}
          {...form.getInputProps('opensAt')}
          value={form.values.opensAt}
        />
        <MomentInput
          label={t('field.closesAt')}
          required
          disabled={disabled}
          {...form.getInputProps('closesAt')}
          value={form.values.closesAt}
        />
        <NumberInput
          label={t('field.durationMinutes')}
          required
          min={1}
          max={360}
          allowDecimal={false}
          {...form.getInputProps('durationSeconds')}
          value={durationSeconds === 0 ? '' : Math.round(durationSeconds / 60)}
          onChange={(value) => form.setFieldValue('durationSeconds', typeof value === 'number' ? value * 60 : 0)}
        />
      </SimpleGrid>
      <p className="hint">{t('basics.windowHelp', { zone: zone() })}</p>
      <p className="hint">{t('basics.durationHelp')}</p>
    </Fieldset>
  );
}

function WatchFields({ form, disabled, frozen }: PartProps & { frozen: Profile | undefined }) {
  const { t } = useTexts();
  const profiles = useQuery(query(routes.listProfiles));
  const needsReason = form.values.profile === 'standard' || form.values.profile === 'strict';
  return (
    <Fieldset legend={t('basics.sectionWatch')} disabled={disabled}>
      <Stack gap="sm">
        <QueryState of={profiles}>
          {(list) => (
            <Radio.Group label={t('field.profile')} {...form.getInputProps('profile')}>
              <SimpleGrid cols={{ base: 1, sm: 2 }} mt={6}>
                {list.map((listed) => {
                  const profile = frozen?.name === listed.name ? frozen : listed;
                  return (
                    <Radio.Card
                      key={profile.name}
                      value={profile.name}
                      p="sm"
                      disabled={disabled}
                      className="choice-card"
                    >
                      <Group wrap="nowrap" align="flex-start">
                        <Radio.Indicator />
                        <Stack gap={6}>
                          <strong>{t(`profile.${profile.name}`)}</strong>
                          <ProfileFacts profile={profile} />
                        </Stack>
                      </Group>
                    </Radio.Card>
                  );
                })}
              </SimpleGrid>
            </Radio.Group>
          )}
        </QueryState>
        {needsReason && (
          <Textarea
            label={t('field.profileReason')}
            description={t('basics.reasonHelp')}
            required
            autosize
            minRows={2}
            {...form.getInputProps('profileReason')}
          />
        )}
      </Stack>
    </Fieldset>
  );
}

function RuleFields({ form, disabled, frozen }: PartProps & { frozen: RuleSetView | undefined }) {
  const { t, local } = useTexts();
  const ruleSets = useQuery(query(routes.listRuleSets));
  const listed = ruleSets.data ?? [];
  const all = frozen && !listed.some((ruleSet) => ruleSet.id === frozen.id) ? [frozen, ...listed] : listed;
  const chosen =
    frozen?.id === form.values.ruleSetId ? frozen : all.find((ruleSet) => ruleSet.id === form.values.ruleSetId);
  return (
    <Fieldset legend={t('basics.sectionRules')} disabled={disabled}>
      <Stack gap="sm">
        <Select
          label={t('field.ruleSetId')}
          required
          allowDeselect={false}
          data={all.map((ruleSet) => ({
            value: ruleSet.id,
            label: `${local(ruleSet.name)}, ${t('ruleSet.version', { version: ruleSet.version })}`,
          }))}
          {...form.getInputProps('ruleSetId')}
          disabled={disabled}
        />
        {chosen && <RuleSetFacts ruleSet={chosen} />}
      </Stack>
    </Fieldset>
  );
}
