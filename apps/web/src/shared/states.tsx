import { Button, Center, Group, Loader, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCloudOff, IconError404, IconLock, IconMoodEmpty, IconTool } from '@tabler/icons-react';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useRef, type ComponentType, type ReactNode } from 'react';

import { useOnline } from '../api/connection';
import { asProblemError, ProblemError } from '../api/problem-error';
import { useTexts } from './i18n';
import { ButtonLink } from './links';
import { usePageTitle } from './page-title';
import { Problems } from './problem-text';

interface StateProps {
  icon: ComponentType<{ size?: number; stroke?: number }>;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  color?: string;
  /** It stands for a whole page: its title is the heading and the title of the document. */
  page?: boolean;
}

function State({ icon: Icon, title, children, action, color = 'gray', page = false }: StateProps) {
  return (
    <Center mih={240} p="md">
      <Stack align="center" gap="sm" maw={460}>
        <ThemeIcon size={56} radius="xl" variant="light" color={color} aria-hidden>
          <Icon size={30} stroke={1.5} />
        </ThemeIcon>
        {page ? (
          <PageTitle title={title} />
        ) : (
          <Text fw={600} fz="lg" ta="center">
            {title}
          </Text>
        )}
        {children !== undefined && (
          <Text component="div" c="dimmed" ta="center">
            {children}
          </Text>
        )}
        {action !== undefined && <Group justify="center">{action}</Group>}
      </Stack>
    </Center>
  );
}

function PageTitle({ title }: { title: string }) {
  usePageTitle(title);
  return (
    <Title order={1} fz="xl" ta="center">
      {title}
    </Title>
  );
}

export function LoadingState({ label }: { label?: string }) {
  const { t } = useTexts();
  return (
    <Center mih={240} p="md" role="status">
      <Group gap="sm">
        <Loader size="sm" aria-hidden />
        <Text c="dimmed">{label ?? t('state.loading')}</Text>
      </Group>
    </Center>
  );
}

/** Nothing there yet: says so, and what to do about it. */
export function EmptyState({ title, children, action, icon }: Partial<StateProps>) {
  const { t } = useTexts();
  return (
    <State icon={icon ?? IconMoodEmpty} title={title ?? t('state.empty')} action={action}>
      {children}
    </State>
  );
}

export function OfflineState({ onRetry, page = false }: { onRetry?: () => void; page?: boolean }) {
  const { t } = useTexts();
  return (
    <State
      page={page}
      icon={IconCloudOff}
      color="amber"
      title={t('state.offline')}
      action={onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
    >
      {t('state.offlineHelp')}
    </State>
  );
}

/** A refusal or a fault that takes the whole place of what was asked for. */
export function ErrorState({ error, onRetry, page = false }: { error: unknown; onRetry?: () => void; page?: boolean }) {
  const { t } = useTexts();
  const problem = asProblemError(error);
  if (problem.offline) return <OfflineState page={page} {...(onRetry ? { onRetry } : {})} />;
  if (problem.has('forbidden')) {
    return (
      <State page={page} icon={IconLock} title={t('state.forbidden')} action={<HomeButton />}>
        {t('state.forbiddenHelp')}
      </State>
    );
  }
  if (problem.has('not_found') || problem.has('link_invalid')) return <NotFoundState page={page} />;
  if (!(error instanceof ProblemError)) return <CrashState page={page} />;
  return (
    <Center p="md">
      <Stack maw={560}>
        <Problems error={problem} onRetry={onRetry} />
      </Stack>
    </Center>
  );
}

export function NotFoundState({ page = false }: { page?: boolean }) {
  const { t } = useTexts();
  return (
    <State page={page} icon={IconError404} title={t('page.notFound')} action={<HomeButton />}>
      {t('page.notFoundHelp')}
    </State>
  );
}

function CrashState({ page }: { page: boolean }) {
  const { t } = useTexts();
  return (
    <State
      page={page}
      icon={IconTool}
      color="red"
      title={t('state.crashed')}
      action={<Button onClick={() => location.reload()}>{t('action.reload')}</Button>}
    >
      {t('state.crashedHelp')}
    </State>
  );
}

function HomeButton() {
  const { t } = useTexts();
  return (
    <ButtonLink to="/" variant="default">
      {t('page.home')}
    </ButtonLink>
  );
}

const retryMilliseconds = 5000;

/** What the router shows where a page threw. Tries again by itself when the connection is back. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter();
  const { reset } = useQueryErrorResetBoundary();
  const online = useOnline();
  const offline = asProblemError(error).offline;
  useEffect(() => reset(), [reset]);
  const wasOnline = useRef(online);
  useEffect(() => {
    const back = !wasOnline.current;
    wasOnline.current = online;
    if (!offline || !online) return;
    // Something else may have been answered meanwhile: then there is no hurry, and no circle.
    const timer = setTimeout(() => void router.invalidate(), back ? 0 : retryMilliseconds);
    return () => clearTimeout(timer);
  }, [offline, online, router]);
  useEffect(() => {
    // eslint-disable-next-line no-console -- the only place where a fault of a page can be read.
    if (!(error instanceof ProblemError)) console.error(error);
  }, [error]);
  return <ErrorState page error={error} onRetry={() => void router.invalidate()} />;
}

/** What the router shows where there is no such page. */
export function RouteNotFound() {
  return <NotFoundState page />;
}

interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch: () => unknown;
}

/** The data of a query, or its loading, error or offline state in its place. Data that is there stays when a refresh fails. */
export function QueryState<Data>({ of, children }: { of: QueryLike<Data>; children: (data: Data) => ReactNode }) {
  if (of.data !== undefined) {
    return (
      <>
        {of.error !== null && of.error !== undefined && <Problems error={of.error} onRetry={() => void of.refetch()} />}
        {children(of.data)}
      </>
    );
  }
  if (of.isPending) return <LoadingState />;
  return <ErrorState error={of.error} onRetry={() => void of.refetch()} />;
}
