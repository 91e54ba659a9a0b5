import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import { useTexts } from '../shared/i18n';

/** Eye and tick: what was seen, and that a person checked it. */
export function BrandMark({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="#0b6577" />
      <path
        d="M6 16c3-5 6.3-7.500 10-7.500S23 11 26 16c-3 5-6.3 7.500-10 7.500S9 21 6 16Z"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
      />
      <path
        d="m12.200 16.200 2.700 2.700 5-5.400"
        fill="none"
        stroke="#fff"
        strokeWidth="2.4"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function Brand() {
  const { t } = useTexts();
  return (
    <Link to="/" className="brand">
      <Group gap={8} wrap="nowrap">
        <BrandMark />
        <Text fw={700} fz="lg">
          {t('product.name')}
        </Text>
      </Group>
    </Link>
  );
}
