import { Alert, Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconEye, IconGitMerge, IconPencil, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { newId } from '@aigaq/kernel';
import { itemTypes, problemsOf, routes, type EventView, type FormView, type Problem } from '@aigaq/contracts';

import { asProblemError, call, ProblemError, query } from '../../../api/call';
import { useCan } from '../../../app/session';
import { EmptyState, fieldErrors, Problems, QueryState, UnsavedGuard, useNotify, useTexts } from '../../../shared';
import { draftsOf, duplicated, formBody, moved, newItem, totalPoints, type DraftItem } from './draft-items';
import { FormPreview } from './form-preview';
import { ItemCard } from './item-card';

/** The items of an exam: written, ordered, looked at as a candidate sees them. */
export function FormTab({ event }: { event: EventView }) {
  const form = useQuery(query(routes.getForm, { params: { id: event.id } }));
  return <QueryState of={form}>{(loaded) => <Editor event={event} loaded={loaded} />}</QueryState>;
}

function Editor({ event, loaded }: { event: EventView; loaded: FormView }) {
  const { t } = useTexts();
  const can = useCan();
  const client = useQueryClient();
  // The version that was opened: one that arrives meanwhile does not overwrite what is being written.
  const [opened, setOpened] = useState(loaded);
  const [drafts, setDrafts] = useState<readonly DraftItem[] | null>(null);
  const [preview, setPreview] = useState(false);
  // Nothing written yet: a newer version is simply shown.
  if (drafts === null && loaded !== opened) setOpened(loaded);
  const items = drafts ?? draftsOf(opened);
  const save = useSaveForm(event.id, opened.version, (saved) => {
    setOpened(saved);
    setDrafts(null);
  });
  const loadNewer = async () => {
    const options = query(routes.getForm, { params: { id: event.id } });
    setOpened(await client.fetchQuery({ ...options, staleTime: 0 }));
    setDrafts(null);
    save.reset();
  };
  const editable = opened.editable && can('form.update');

  return (
    <Stack maw={860}>
      <UnsavedGuard when={drafts !== null && !save.isPending} />
      <Group justify="space-between">
        <Summary items={items} />
        {items.length > 0 && (
          <Button
            variant="default"
            leftSection={preview ? <IconPencil size={18} aria-hidden /> : <IconEye size={18} aria-hidden />}
            onClick={() => setPreview(!preview)}
          >
            {t(preview ? 'form.edit' : 'form.preview')}
          </Button>
        )}
      </Group>
      {preview ? (
        <FormPreview items={items} language={event.language} />
      ) : (
        <>
          {!editable && <Alert color="gray">{t('events.readOnly', { state: t(`event.state.${event.state}`) })}</Alert>}
          <ItemList
            items={items}
            language={event.language}
            editable={editable}
            errors={save.errors}
            onChange={(next, touched) => {
              setDrafts(next);
              save.forget(touched);
            }}
          />
          {save.conflict && <Conflict onLoad={() => void loadNewer()} />}
          <Problems
            error={save.error}
            except={(problem) => problem.field !== undefined && problem.field in save.errors}
          />
          {editable && (
            <SaveBar dirty={drafts !== null} saving={save.isPending}>
              <Button loading={save.isPending} disabled={drafts === null} onClick={() => save.run(items)}>
                {t('action.save')}
              </Button>
            </SaveBar>
          )}
        </>
      )}
    </Stack>
  );
}

/** Checks as the server does, sends, and keeps what was wrong beside the fields until they are touched. */
function useSaveForm(eventId: string, version: number, onSaved: (form: FormView) => void) {
  const { t } = useTexts();
  const notify = useNotify();
  const client = useQueryClient();
  const [errors, setErrors] = useState<Record<string, ReactNode>>({});
  const mutation = useMutation({
    mutationFn: (items: readonly DraftItem[]) =>
      call(routes.saveForm, { params: { id: eventId }, body: formBody(version, items) }),
    onSuccess: (saved) => {
      setErrors({});
      client.setQueryData(query(routes.getForm, { params: { id: eventId } }).queryKey, saved);
      onSaved(saved);
      notify.done(t('form.saved'));
    },
    onError: (error) => setErrors(fieldErrors(asProblemError(error).problems.map(asWritten))),
  });
  const run = (items: readonly DraftItem[]) => {
    const parsed = routes.saveForm.body.safeParse(formBody(version, items));
    if (parsed.success) mutation.mutate(items);
    else setErrors(fieldErrors(problemsOf(parsed.error).map(asWritten)));
  };
  const conflict = mutation.error instanceof ProblemError && mutation.error.has('changed_meanwhile');
  return {
    run,
    errors,
    conflict,
    error: conflict ? null : mutation.error,
    isPending: mutation.isPending,
    reset: () => {
      mutation.reset();
      setErrors({});
    },
    /** Errors are told by place: with the item at the place changed, or all moved, they are no longer true. */
    forget: (index: number | 'all') =>
      setErrors((old) =>
        index === 'all'
          ? {}
          : Object.fromEntries(Object.entries(old).filter(([path]) => !path.startsWith(`items.${index}.`))),
      ),
  };
}

/** What is too short by one is empty; what is marked nowhere has no correct answer. */
function asWritten(problem: Problem): Problem {
  const last = problem.field?.split('.').at(-1);
  // Told beside an option, the point is that it says the same as another.
  if (problem.code === 'several_correct_options' && last === 'text') return { ...problem, code: 'duplicate_option' };
  if (problem.code !== 'too_short') return problem;
  if (last === 'correct') return { ...problem, code: 'no_correct_option' };
  if (last === 'accepted') return { ...problem, code: 'no_accepted_answer' };
  return last === 'prompt' || last === 'text'
    ? { code: 'required', ...(problem.field ? { field: problem.field } : {}) }
    : problem;
}

interface ItemListProps {
  items: readonly DraftItem[];
  language: string;
  editable: boolean;
  errors: Readonly<Record<string, ReactNode>>;
  onChange: (items: readonly DraftItem[], touched: number | 'all') => void;
}

function ItemList({ items, language, editable, errors, onChange }: ItemListProps) {
  const { t } = useTexts();
  return (
    <Stack>
      {items.length === 0 && (
        <EmptyState title={t('form.empty')}>{editable ? t('form.emptyHelp') : undefined}</EmptyState>
      )}
      {items.map((draft, index) => (
        <ItemCard
          key={draft.key}
          draft={draft}
          number={index + 1}
          last={index === items.length - 1}
          language={language}
          editable={editable}
          errorOf={(path) => errors[`items.${index}.item.${path}`]}
          onChange={(item) =>
            onChange(
              items.map((old, at) => (at === index ? { ...old, item } : old)),
              index,
            )
          }
          onMove={(by) => onChange(moved(items, index, by), 'all')}
          onDuplicate={() => onChange(duplicated(items, index, newId()), 'all')}
          onRemove={() =>
            onChange(
              items.filter((_, at) => at !== index),
              'all',
            )
          }
        />
      ))}
      {editable && (
        <Paper withBorder p="sm" radius="md">
          <Text size="sm" fw={500} mb="xs">
            {t('form.addItem')}
          </Text>
          <Group gap="xs">
            {itemTypes.map((type) => (
              <Button
                key={type}
                variant="default"
                size="sm"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => onChange([...items, { key: newId(), item: newItem(type, newId) }], items.length)}
              >
                {t(`item.type.${type}`)}
              </Button>
            ))}
          </Group>
        </Paper>
      )}
    </Stack>
  );
}

function Summary({ items }: { items: readonly DraftItem[] }) {
  const { t, number } = useTexts();
  return (
    <Text c="dimmed" role="status">
      {t('form.summary', { items: items.length, points: number(totalPoints(items)) })}
    </Text>
  );
}

function Conflict({ onLoad }: { onLoad: () => void }) {
  const { t } = useTexts();
  return (
    <Alert color="amber" role="alert" icon={<IconGitMerge aria-hidden />} title={t('state.changedMeanwhile')}>
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('state.changedMeanwhileHelp')}</Text>
        <Button size="xs" variant="default" onClick={onLoad}>
          {t('state.loadNewer')}
        </Button>
      </Stack>
    </Alert>
  );
}

/** Stays in sight: a form of forty items is long. */
function SaveBar({ dirty, saving, children }: { dirty: boolean; saving: boolean; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <Group className="save-bar" gap="sm">
      {children}
      <Text size="sm" c="dimmed" role="status">
        {saving ? t('state.saving') : dirty ? t('unsaved.mark') : ''}
      </Text>
    </Group>
  );
}
