import { PasswordInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';

import { useTexts } from '../shared';

interface Values {
  next: string;
  repeat: string;
}

/** A new password, twice. The one error that only the page can find, that the two differ, is told here. */
export function NewPasswordFields<V extends Values & Record<string, unknown>>({
  form,
}: {
  form: UseFormReturnType<V>;
}) {
  const { t } = useTexts();
  const toggle = { 'aria-label': t('password.show') };
  return (
    <>
      <PasswordInput
        label={t('field.next')}
        description={t('password.help')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('next')}
      />
      <PasswordInput
        label={t('field.repeat')}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        {...form.getInputProps('repeat')}
        error={passwordsDiffer(form.values) ? t('password.differ') : form.errors['repeat']}
      />
    </>
  );
}

/** Whether both are filled and not the same. */
export function passwordsDiffer({ next, repeat }: Values): boolean {
  return repeat !== '' && next !== repeat;
}
