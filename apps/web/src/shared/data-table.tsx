import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Pagination,
  Paper,
  ScrollArea,
  Table,
  Text,
  UnstyledButton,
} from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp, IconDownload } from '@tabler/icons-react';
import { useMemo, useState, type ReactNode } from 'react';

import { csvOf, download } from './csv';
import { useTexts } from './i18n';
import { EmptyState } from './states';

export interface Column<Row> {
  key: string;
  label: string;
  /** The label is for screen readers only. */
  labelHidden?: boolean;
  render: (row: Row) => ReactNode;
  /** What is sorted by and exported; a column without it is neither. */
  value?: (row: Row) => string | number | null;
  /** In the exported file, where it differs from what is sorted by. */
  csv?: (row: Row) => string | number | null;
  align?: 'left' | 'right';
  /** At least so wide, in pixels. */
  width?: number;
  /** Left out on narrow screens. */
  secondary?: boolean;
}

interface DataTableProps<Row> {
  /** Names the table for screen readers and the exported file. */
  caption: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  rowKey: (row: Row) => string;
  /** Column and direction to begin with. */
  sort?: { key: string; descending?: boolean };
  pageSize?: number;
  /** Pages are fetched one by one: the server's order stands, nothing is sorted here. */
  serverPaging?: { page: number; pages: number; onPage: (page: number) => void };
  /** Rows by key that are selected; with it every row has a box. */
  selection?: {
    selected: ReadonlySet<string>;
    onChange: (selected: ReadonlySet<string>) => void;
    name: (row: Row) => string;
  };
  empty?: ReactNode;
  /** Search field, filters: stand above, left of the export. */
  tools?: ReactNode;
  exportName?: string;
  rowMark?: (row: Row) => 'bad' | 'quiet' | undefined;
}

/** A table that sorts, pages and exports what it shows; filters are given to it as `tools`. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, rowKey, serverPaging, selection, exportName, pageSize = 25 } = props;
  const { t, compare } = useTexts();
  const [sort, setSort] = useState(props.sort);
  const [page, setPage] = useState(1);
  const sorted = useMemo(
    () => (serverPaging ? rows : sortRows(rows, columns, sort, compare)),
    [rows, columns, sort, compare, serverPaging],
  );
  const pages = serverPaging?.pages ?? Math.max(1, Math.ceil(sorted.length / pageSize));
  const current = serverPaging?.page ?? Math.min(page, pages);
  const shown = serverPaging ? sorted : sorted.slice((current - 1) * pageSize, current * pageSize);

  return (
    <Paper withBorder radius="md" className="data-table">
      {(props.tools !== undefined || exportName !== undefined) && (
        <Group p="sm" justify="space-between" gap="sm" className="no-print">
          <Group gap="sm" className="table-tools">
            {props.tools}
          </Group>
          {exportName !== undefined && rows.length > 0 && (
            <Button
              variant="default"
              size="sm"
              leftSection={<IconDownload size={16} aria-hidden />}
              onClick={() => download(`${exportName}.csv`, csvOf(sorted, columns))}
            >
              {t('table.export')}
            </Button>
          )}
        </Group>
      )}
      {rows.length === 0 ? (
        (props.empty ?? <EmptyState />)
      ) : (
        <ScrollArea type="auto" tabIndex={0} role="region" aria-label={props.caption} className="table-region">
          <Table highlightOnHover verticalSpacing="xs" horizontalSpacing="sm">
            <Table.Caption className="visually-hidden">{props.caption}</Table.Caption>
            <Table.Thead>
              <Table.Tr>
                {selection && <SelectAll rows={shown} rowKey={rowKey} selection={selection} />}
                {columns.map((column) => (
                  <Heading
                    key={column.key}
                    column={column}
                    sort={sort}
                    onSort={serverPaging || !column.value ? undefined : () => setSort(nextSort(sort, column.key))}
                  />
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((row) => (
                <Table.Tr key={rowKey(row)} data-mark={props.rowMark?.(row)}>
                  {selection && <SelectOne id={rowKey(row)} name={selection.name(row)} selection={selection} />}
                  {columns.map((column) => (
                    <Table.Td
                      key={column.key}
                      ta={column.align ?? 'left'}
                      data-secondary={column.secondary || undefined}
                    >
                      {column.render(row)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {rows.length > 0 && (
        <Group p="sm" justify="space-between" gap="sm" className="no-print">
          <Text size="sm" c="dimmed" role="status">
            {selection && selection.selected.size > 0
              ? t('table.selected', { count: selection.selected.size })
              : serverPaging
                ? t('table.page', { page: current })
                : t('table.rows', { count: sorted.length })}
          </Text>
          {pages > 1 && (
            <Pagination
              total={pages}
              value={current}
              onChange={serverPaging?.onPage ?? setPage}
              size="sm"
              aria-label={t('table.pages')}
              getControlProps={(control) => ({
                'aria-label': control === 'previous' ? t('table.previousPage') : t('table.nextPage'),
              })}
              getItemProps={(item) => ({ 'aria-label': t('table.page', { page: item }) })}
            />
          )}
        </Group>
      )}
    </Paper>
  );
}

type Sort = { key: string; descending?: boolean } | undefined;

function nextSort(sort: Sort, key: string): Sort {
  return sort?.key === key ? { key, descending: !sort.descending } : { key };
}

/** Sorts by the column's value: texts as the language orders them, nothing last. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort,
  compare: (left: string, right: string) => number,
): readonly Row[] {
  const value = columns.find((column) => column.key === sort?.key)?.value;
  if (!value || !sort) return rows;
  const direction = sort.descending ? -1 : 1;
  return rows.toSorted((left, right) => {
    const a = value(left);
    const b = value(right);
    if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
    if (typeof a === 'number' && typeof b === 'number') return (a - b) * direction;
    return compare(String(a), String(b)) * direction;
  });
}

function Heading<Row>({ column, sort, onSort }: { column: Column<Row>; sort: Sort; onSort: (() => void) | undefined }) {
  const { t } = useTexts();
  const active = onSort !== undefined && sort?.key === column.key;
  const Icon = !active ? IconArrowsSort : sort?.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th
      scope="col"
      ta={column.align ?? 'left'}
      {...(column.width === undefined ? {} : { miw: column.width })}
      data-secondary={column.secondary || undefined}
      aria-sort={active ? (sort?.descending ? 'descending' : 'ascending') : undefined}
    >
      {onSort ? (
        <UnstyledButton onClick={onSort} className="sort-button" title={t('table.sortBy', { column: column.label })}>
          <span>{column.label}</span>
          <Icon size={14} aria-hidden className={active ? undefined : 'sort-idle'} />
        </UnstyledButton>
      ) : column.labelHidden ? (
        <span className="visually-hidden">{column.label}</span>
      ) : (
        column.label
      )}
    </Table.Th>
  );
}

type Selection<Row> = NonNullable<DataTableProps<Row>['selection']>;

function SelectAll<Row>({
  rows,
  rowKey,
  selection,
}: {
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  selection: Selection<Row>;
}) {
  const { t } = useTexts();
  const keys = rows.map(rowKey);
  const count = keys.filter((key) => selection.selected.has(key)).length;
  return (
    <Table.Th w={40} scope="col">
      <Checkbox
        aria-label={t('table.selectAll')}
        checked={count > 0 && count === keys.length}
        indeterminate={count > 0 && count < keys.length}
        onChange={(event) => {
          const next = new Set(selection.selected);
          for (const key of keys) {
            if (event.currentTarget.checked) next.add(key);
            else next.delete(key);
          }
          selection.onChange(next);
        }}
      />
    </Table.Th>
  );
}

function SelectOne<Row>({ id, name, selection }: { id: string; name: string; selection: Selection<Row> }) {
  const { t } = useTexts();
  return (
    <Table.Td>
      <Checkbox
        aria-label={t('table.select', { name })}
        checked={selection.selected.has(id)}
        onChange={() => {
          const next = new Set(selection.selected);
          if (!next.delete(id)) next.add(id);
          selection.onChange(next);
        }}
      />
    </Table.Td>
  );
}

interface RowActionProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  danger?: boolean;
  disabled?: boolean;
}

/** A small button at the end of a row. */
export function RowAction({ label, icon, onClick, danger = false, disabled = false }: RowActionProps) {
  return (
    <ActionIcon
      variant="subtle"
      color={danger ? 'red' : 'gray'}
      aria-label={label}
      title={label}
      onClick={onClick}
      disabled={disabled}
    >
      {icon}
    </ActionIcon>
  );
}
