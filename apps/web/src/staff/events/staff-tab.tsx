import { Button, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { routes, staffRole, type EventView, type Role } from '@aigaq/contracts';

import { call, query } from '../../api/call';
import { useCan } from '../../app/session';
import { Problems, UnsavedGuard, useNotify, useTexts } from '../../shared';
import { PeopleSelect } from './people-select';

type StaffRole = EventView['staff'][number]['role'];
type Assigned = Record<StaffRole, string[]>;

const fitting: Record<StaffRole, Role> = { examiner: 'teacher', proctor: 'proctor', senior_proctor: 'senior_proctor' };

/** Who grades, who watches, who decides with them. */
export function StaffTab({ event }: { event: EventView }) {
  const { t } = useTexts();
  const can = useCan();
  const notify = useNotify();
  const client = useQueryClient();
  const [changed, setChanged] = useState<Assigned | null>(null);
  const assigned = changed ?? assignedOf(event);
  const over = event.state === 'closed' || event.state === 'cancelled';
  const mayAssign = can('event.assign') && can('account.read') && !over;
  const save = useMutation({
    mutationFn: () =>
      call(routes.assignStaff, {
        params: { id: event.id },
        body: { staff: staffRole.options.flatMap((role) => assigned[role].map((accountId) => ({ accountId, role }))) },
      }),
    onSuccess: (saved) => {
      client.setQueryData(query(routes.getEvent, { params: { id: event.id } }).queryKey, saved);
      setChanged(null);
      notify.done(t('eventStaff.saved'));
    },
  });
  const names = Object.fromEntries(event.staff.map((member) => [member.accountId, member.name]));
  if (!mayAssign) return <ReadOnly event={event} />;
  return (
    <Stack maw={640}>
      <UnsavedGuard when={changed !== null && !save.isPending} />
      <Problems error={save.error} />
      {staffRole.options.map((role) => (
        <PeopleSelect
          key={role}
          label={t(`eventStaff.role.${role}`)}
          description={t(`eventStaff.help.${role}`)}
          role={fitting[role]}
          names={names}
          value={assigned[role]}
          onChange={(value) => setChanged({ ...assigned, [role]: value })}
        />
      ))}
      <Group>
        <Button loading={save.isPending} disabled={changed === null} onClick={() => save.mutate()}>
          {t('action.save')}
        </Button>
      </Group>
    </Stack>
  );
}

function assignedOf(event: EventView): Assigned {
  const of = (role: StaffRole) =>
    event.staff.filter((member) => member.role === role).map((member) => member.accountId);
  return { examiner: of('examiner'), proctor: of('proctor'), senior_proctor: of('senior_proctor') };
}

function ReadOnly({ event }: { event: EventView }) {
  const { t } = useTexts();
  return (
    <dl className="facts">
      {staffRole.options.map((role) => {
        const names = event.staff.filter((member) => member.role === role).map((member) => member.name);
        return (
          <div key={role}>
            <dt>{t(`eventStaff.role.${role}`)}</dt>
            <dd>{names.length === 0 ? t('eventStaff.nobody') : names.join(', ')}</dd>
          </div>
        );
      })}
    </dl>
  );
}
