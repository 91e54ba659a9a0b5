import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';

import { routes, type Role } from '@aigaq/contracts';

import { query } from '../../api/call';
import { useTexts } from '../../shared';

interface PeopleSelectProps {
  label: string;
  description?: string;
  role: Role;
  value: string[];
  onChange: (value: string[]) => void;
  /** Names of those who were chosen before the list was ever searched. */
  names?: Readonly<Record<string, string>>;
  disabled?: boolean;
  error?: ReactNode;
}

/** Chooses people by typing a part of the name; the server searches. */
export function PeopleSelect(props: PeopleSelectProps) {
  const { role, value, onChange, names = {} } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 250);
  const [known, setKnown] = useState<Readonly<Record<string, string>>>({});
  const found = useQuery({
    ...query(routes.listAccounts, { query: { role, pageSize: 30, ...(search === '' ? {} : { search }) } }),
    placeholderData: keepPreviousData,
    enabled: props.disabled !== true,
  });
  const rows = found.data?.rows.filter((row) => row.status === 'active') ?? [];
  const labels: Record<string, string> = { ...names, ...known };
  for (const row of rows) {
    const group = row.groups[0]?.name;
    labels[row.id] = `${row.familyName} ${row.givenName}${group === undefined ? '' : ` · ${group}`}`;
  }
  const listed = new Set([...value, ...rows.map((row) => row.id)]);
  return (
    <MultiSelect
      label={props.label}
      description={props.description}
      placeholder={props.disabled === true ? '' : t('eventStaff.choose')}
      searchable
      hidePickedOptions
      disabled={props.disabled === true}
      error={props.error}
      searchValue={typed}
      onSearchChange={setTyped}
      nothingFoundMessage={t('eventStaff.noMore')}
      // What the server found is shown as it is: it also searches in logins and mails.
      filter={({ options }) => options}
      data={[...listed].map((id) => ({ value: id, label: labels[id] ?? '…' }))}
      value={value}
      onChange={(next) => {
        setKnown(Object.fromEntries(next.map((id) => [id, labels[id] ?? '…'])));
        onChange(next);
      }}
    />
  );
}
