import { createTheme, MantineProvider, MantineThemeProvider, Modal } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';

import { onLostSession } from '../api/call';
import { ConfirmProvider } from '../shared/confirm';
import { TextsProvider, useTexts } from '../shared/i18n';
import { client } from './client';
import { router } from './router';
import { sessionQuery } from './session';
import { cssVariables, theme } from './theme';

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <TextsProvider>
          <Localised />
        </TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function Localised() {
  const { language, t } = useTexts();
  // The cross of a dialog has no name of its own.
  const named = useMemo(
    () =>
      createTheme({
        components: {
          Modal: Modal.extend({ defaultProps: { closeButtonProps: { 'aria-label': t('action.close') } } }),
        },
      }),
    [t],
  );
  useEffect(() => {
    onLostSession(() => {
      // Before anyone signed in there is nothing to lose.
      if (!client.getQueryData(sessionQuery.queryKey)) return;
      client.setQueryData(sessionQuery.queryKey, null);
      void router.invalidate();
    });
  }, []);
  return (
    <MantineThemeProvider theme={named}>
      <DatesProvider settings={{ locale: language, firstDayOfWeek: 1, weekendDays: [] }}>
        <ConfirmProvider>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </ConfirmProvider>
      </DatesProvider>
    </MantineThemeProvider>
  );
}
