import { DateTimePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import type { ReactNode } from 'react';

import { useTexts } from './i18n';

interface MomentInputProps {
  label: string;
  /** ISO 8601; empty for nothing. */
  value: string;
  onChange: (value: string) => void;
  error?: ReactNode;
  required?: boolean;
  disabled?: boolean;
}

/** A moment in the viewer's zone; out of it comes UTC. */
export function MomentInput({ label, value, onChange, error, required = false, disabled = false }: MomentInputProps) {
  const { t } = useTexts();
  return (
    <DateTimePicker
      label={label}
      value={value === '' ? null : localText(value)}
      onChange={(picked) => onChange(picked === null ? '' : new Date(picked.replace(' ', 'T')).toISOString())}
      valueFormat="D MMMM YYYY, HH:mm"
      leftSection={<IconCalendar size={18} aria-hidden />}
      hideOutsideDates
      required={required}
      disabled={disabled}
      error={error}
      ariaLabels={{
        previousMonth: t('picker.previousMonth'),
        nextMonth: t('picker.nextMonth'),
        monthLevelControl: t('picker.levels'),
        yearLevelControl: t('picker.levels'),
      }}
      timePickerProps={{ hoursInputLabel: t('picker.hours'), minutesInputLabel: t('picker.minutes') }}
      submitButtonProps={{ 'aria-label': t('picker.done') }}
    />
  );
}

/** "2026-11-23 10:05:00" in the viewer's zone, as the picker wants it. */
export function localText(iso: string): string {
  const at = new Date(iso);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:00`;
}
