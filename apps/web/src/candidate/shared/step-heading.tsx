import { Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

import { usePageTitle } from '../../shared';

/** Heading of one step; takes the focus, so that a new step is heard and read from its beginning. */
export function StepHeading({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  usePageTitle(title);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, []);
  return (
    <div>
      <Title order={1} fz={{ base: 26, sm: 32 }} ref={heading} tabIndex={-1} className="quiet-focus">
        {title}
      </Title>
      {children !== undefined && (
        <Text component="div" size="lg" mt="xs" className="reading">
          {children}
        </Text>
      )}
    </div>
  );
}
