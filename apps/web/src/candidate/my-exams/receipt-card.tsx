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
          <IconReceipt size={24} aria-hidden className="with-text" /> {t('myReceipt.title')}
        </Title>
        <dl className="facts">
          <div>
            <dt>{t('myReceipt.number')}</dt>
            <dd className="receipt-number">{receipt.number}</dd>
          </div>
          <div>
            <dt>{t('myReceipt.at')}</dt>
            <dd>
              {date(receipt.submittedAt)}, {timeWithSeconds(receipt.submittedAt)}
            </dd>
          </div>
          <div>
            <dt>{t('myReceipt.how')}</dt>
            <dd>{t(`myReceipt.how.${receipt.how}`)}</dd>
          </div>
          <div>
            <dt>{t('myReceipt.answered')}</dt>
            <dd>{t('myReceipt.answeredOf', { answered: receipt.answered, items: receipt.items })}</dd>
          </div>
          <div>
            <dt>{t('myReceipt.hash')}</dt>
            <dd className="receipt-hash">{receipt.sha256}</dd>
          </div>
        </dl>
        <Text c="dimmed" size="sm">
          {t('myReceipt.hashHelp')}
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
