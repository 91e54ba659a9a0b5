import '@fontsource-variable/golos-text';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './shared/style.css';

import 'dayjs/locale/kk';
import 'dayjs/locale/ru';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { contractChecks } from './api/contract-checks';
import { App } from './app/app';

contractChecks.on = import.meta.env.DEV;

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
