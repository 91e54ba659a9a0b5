import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';

import { ButtonLink, EmptyState, PageHeader, useConfirm, useTexts } from '../../shared';
import { forgetSlips, keptSlips } from './slip-store';

/** Logins and first passwords to be printed, cut out and handed over. */
export function SlipsPage() {
  const { t } = useTexts();
  const confirm = useConfirm();
  const [slips] = useState(keptSlips);
  useBlocker({
    shouldBlockFn: async () => {
      if (slips.length === 0) return false;
      const leave = await confirm({ title: t('slips.title'), text: t('slips.leave'), action: t('action.continue') });
      if (leave) forgetSlips();
      return leave === null;
    },
    enableBeforeUnload: slips.length > 0,
  });
  if (slips.length === 0) {
    return (
      <>
        <PageHeader title={t('slips.title')} />
        <EmptyState title={t('slips.gone')} action={<ButtonLink to="/people">{t('nav.people')}</ButtonLink>}>
          {t('slips.goneHelp')}
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t('slips.title')}
          description={t('slips.text')}
          actions={
            <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
              {t('action.print')}
            </Button>
          }
        />
      </div>
      <ul className="slips">
        {slips.map((slip) => (
          <li key={slip.accountId} className="slip">
            <Text fw={600}>{slip.name}</Text>
            {slip.group !== null && <Text size="sm">{slip.group}</Text>}
            <dl>
              <dt>{t('slips.address')}</dt>
              <dd>{location.host}</dd>
              <dt>{t('field.login')}</dt>
              <dd className="slip-code">{slip.login}</dd>
              <dt>{t('field.password')}</dt>
              <dd className="slip-code">{slip.password}</dd>
            </dl>
            <Text size="xs">{t('slips.cutNote')}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}
