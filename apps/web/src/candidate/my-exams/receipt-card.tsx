import { Button, Card, CopyButton, Stack, Text, Title } from '@mantine/core';
import { IconPrinter, IconReceipt } from '@tabler/icons-react';

import type { Receipt } from '@aigaq/contracts';

import { useTexts } from '../../shared';

/** The proof of what was handed in: number, time, hash. */
export function ReceiptCard({ receipt, level = 2 }: { receipt: Receipt; level?: 2 | 3 }) {
  const { t, date, timeWithSeconds } = useTexts();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="receipt-title">
      <Stack gap="md">
        <Title order={level} size="h3" id="receipt-title">
          <IconReceipt size={24} aria-hidden className="with-text" /> {t('receipt.title')}
        </Title>
        <dl className="facts">
          <div>
            <dt>{t('receipt.number')}</dt>
            <dd className="receipt-number">{receipt.number}</dd>
          </div>
          <div>
            <dt>{t('receipt.at')}</dt>
            <dd>
              {date(receipt.submittedAt)}, {timeWithSeconds(receipt.submittedAt)}
            </dd>
          </div>
          <div>
            <dt>{t('receipt.how')}</dt>
            <dd>{t(`receipt.how.${receipt.how}`)}</dd>
          </div>
          <div>
            <dt>{t('receipt.answered')}</dt>
            <dd>{t('receipt.answeredOf', { answered: receipt.answered, items: receipt.items })}</dd>
          </div>
          <div>
            <dt>{t('receipt.hash')}</dt>
            <dd className="receipt-hash">{receipt.sha256}</dd>
          </div>
        </dl>
        <Text c="dimmed" size="sm">
          {t('receipt.hashHelp')}
        </Text>
        <div className="button-row no-print">
          <CopyButton value={`${receipt.number}\n${receipt.submittedAt}\nSHA-256 ${receipt.sha256}`}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? t('action.copied') : t('action.copy')}
              </Button>
            )}
          </CopyButton>
          <Button variant="default" leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
            {t('action.print')}
          </Button>
        </div>
      </Stack>
    </Card>
  );
}
