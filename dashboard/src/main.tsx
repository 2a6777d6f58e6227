import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import '@mantine/notifications/styles.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './features/session/session.ts';
import { router } from './router.ts';
import { listenToKeys } from './ui/keys.ts';
import { currentLanguage, useStrings } from './ui/language.ts';
import { themeOf, variables } from './ui/theme.ts';
import { words } from './ui/words.ts';

function Dashboard() {
  const { close } = useStrings(words);
  const theme = useMemo(() => themeOf(close), [close]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
        <Notifications position="top-center" />
      </QueryClientProvider>
    </MantineProvider>
  );
}

document.documentElement.lang = currentLanguage();
listenToKeys();
if (import.meta.env.PROD && 'serviceWorker' in navigator) void navigator.serviceWorker.register('/sw.js');

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place for the dashboard');
createRoot(root).render(
  <StrictMode>
    <Dashboard />
  </StrictMode>,
);
