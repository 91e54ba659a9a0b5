import { Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import { useTexts } from './i18n';
import { AnchorLink } from './links';
import { usePageTitle } from './page-title';

export interface Crumb {
  label: string;
  to: string;
}

interface PageHeaderProps {
  title: string;
  /** In the title of the document, where the heading is too short to be found among tabs. */
  documentTitle?: string;
  description?: ReactNode;
  path?: readonly Crumb[];
  /** Badges and the like beside the heading. */
  mark?: ReactNode;
  actions?: ReactNode;
}

/** Heading of a page. Takes the focus when the page opens, so that keyboard and screen reader begin here. */
export function PageHeader({ title, documentTitle, description, path, mark, actions }: PageHeaderProps) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(documentTitle ?? title);
  useEffect(() => {
    // A field that asked for the focus itself keeps it.
    if (
      document.activeElement === null ||
      document.activeElement === document.body ||
      document.activeElement.closest('nav, header') !== null
    ) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <Stack gap={6} mb="lg">
      {path !== undefined && path.length > 0 && (
        <nav aria-label={t('page.path')} className="no-print">
          <Breadcrumbs separatorMargin={6}>
            {path.map((crumb) => (
              <AnchorLink key={crumb.to} to={crumb.to} size="sm">
                {crumb.label}
              </AnchorLink>
            ))}
          </Breadcrumbs>
        </nav>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <Group gap="sm" align="center" className="page-heading">
          <Title order={1} fz={{ base: 24, sm: 28 }} ref={heading} tabIndex={-1} className="quiet-focus">
            {title}
          </Title>
          {mark}
        </Group>
        {actions !== undefined && (
          <Group gap="xs" className="no-print">
            {actions}
          </Group>
        )}
      </Group>
      {description !== undefined && (
        <Text component="div" c="dimmed" maw={760}>
          {description}
        </Text>
      )}
    </Stack>
  );
}
