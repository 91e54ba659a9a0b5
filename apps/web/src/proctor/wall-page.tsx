import { Alert, Button } from '@mantine/core';
import { IconPlugConnectedX, IconVideoOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';

import { routes, type EventView } from '@aigaq/contracts';

import { call, query } from '../api/call';
import { MediaWatcher, type MediaState } from '../media';
import { EmptyState, ErrorState, LoadingState, UnsavedGuard, useNotify, useNow, useTexts } from '../shared';
import { KeysHelp } from '../shared/keys-help';
import { useKeys } from '../shared/use-keys';
import { useLifetime } from '../shared/use-lifetime';
import { CandidatePanel } from './panel/candidate-panel';
import { WallContext } from './panel/use-deeds';
import './proctor.css';
import { AdmissionStrip } from './wall/admission-strip';
import { longestUnseen, unseenGroups } from './wall/attention';
import { PendingDeeds } from './wall/pending-deeds';
import { PendingList } from './wall/pending-list';
import { Sounds } from './wall/sounds';
import { tileStateOf } from './wall/tile-state';
import { useWallKeysHelp } from './wall/use-keys-help';
import { useLooks } from './wall/use-looks';
import { WatcherContext, useMediaState } from './wall/use-track';
import { useWallView } from './wall/use-wall-view';
import { WallConnection } from './wall/wall-connection';
import { WallFoot } from './wall/wall-foot';
import { WallGrid } from './wall/wall-grid';
import { WallHeader } from './wall/wall-header';
import { WallTools } from './wall/wall-tools';

const route = getRouteApi('/signed-in/watch/$eventId');

/** Milliseconds that a page stands while pages turn by themselves. */
const autoMilliseconds = 20_000;

export function WallPage() {
  const { eventId } = route.useParams();
  const event = useQuery(query(routes.getEvent, { params: { id: eventId } }));
  const [connection] = useState(() => new WallConnection(eventId));
  useEffect(() => connection.start(), [connection]);
  const watcher = useWatcher(eventId);
  const pending = usePending(connection);
  const wall = useMemo(() => ({ connection, pending }), [connection, pending]);
  const deeds = useSyncExternalStore(pending.subscribe, pending.snapshot);
  return (
    <WallContext value={wall}>
      <WatcherContext value={watcher}>
        <Wall eventId={eventId} event={event.data} connection={connection} media={useMediaState(watcher)} />
        <PendingList pending={pending} />
        <UnsavedGuard when={deeds.length > 0} />
      </WatcherContext>
    </WallContext>
  );
}

interface WallProps {
  eventId: string;
  event: EventView | undefined;
  connection: WallConnection;
  media: MediaState;
}

function Wall({ eventId, event, connection, media }: WallProps) {
  const { t } = useTexts();
  const { open: openId = null } = route.useSearch();
  const navigate = useNavigate({ from: '/watch/$eventId' });
  const state = useSyncExternalStore(connection.subscribe, connection.snapshot);
  const rows = useMemo(() => [...state.rows.values()], [state.rows]);
  const view = useWallView(rows);
  const { looks, since, look } = useLooks(eventId);
  const now = useNow(15_000).getTime();
  const [help, setHelp] = useState(false);
  const [auto, setAuto] = useState(false);
  const [sounds] = useState(() => new Sounds());
  const search = useRef<HTMLInputElement>(null);
  const announcement = useNews(connection, sounds);
  const helpKeys = useWallKeysHelp();

  const open = useCallback(
    (id: string | null) => {
      void navigate({ search: id === null ? {} : { open: id }, replace: true });
      if (id !== null) look(id);
    },
    [navigate, look],
  );
  useEffect(() => {
    void connection.open(openId);
  }, [connection, openId]);
  useAutoTurn(auto && openId === null && view.pages > 1, view.page, view.turn);

  const waiting = rows.filter((row) => tileStateOf(row) === 'identity');
  const live = view.matching.filter((row) => tileStateOf(row) === 'live').map((row) => row.id);
  const openUnseen = (): void => open(longestUnseen(live, looks) ?? openId);
  const step = (by: 1 | -1): void => {
    const ids = view.matching.map((row) => row.id);
    const at = openId === null ? -1 : ids.indexOf(openId);
    const next = ids[(at + by + ids.length) % ids.length];
    if (next !== undefined) open(next);
  };
  useKeys({
    Escape: () => openId !== null && open(null),
    '[': () => view.turn(view.page - 1),
    ']': () => view.turn(view.page + 1),
    '/': () => search.current?.focus(),
    '?': () => setHelp(true),
    S: () => view.sort('needs'),
    A: () => setAuto((before) => !before),
    N: openUnseen,
    J: () => step(1),
    K: () => step(-1),
    Q: () => {
      const at = waiting.findIndex((row) => row.id === openId);
      const next = waiting[(at + 1) % Math.max(1, waiting.length)];
      if (next) open(next.id);
    },
  });
  const openRow = openId === null ? undefined : state.rows.get(openId);
  const refused = state.refused;
  if (refused) return <ErrorState error={refused} onRetry={() => location.reload()} />;
  return (
    <div className="full-page" data-panel={openRow !== undefined || undefined}>
      <a href="#wall" className="skip-link">
        {t('page.skip')}
      </a>
      <WallHeader event={event} rows={rows} onHelp={() => setHelp(true)} />
      <main id="wall" className="wall-main" tabIndex={-1}>
        {(event?.profile.identity ?? waiting.length > 0) && (
          <AdmissionStrip rows={waiting} openId={openId} onOpen={open} />
        )}
        <WallTools view={view} sounds={sounds} search={search} />
        {!state.loaded ? (
          <LoadingState label={t('watch.line.connecting')} />
        ) : view.matching.length === 0 ? (
          <NobodyShown all={rows.length} onAll={() => view.setFilter('all')} present={view.filter === 'present'} />
        ) : (
          <WallGrid
            rows={view.shown}
            pictures={view.pictures}
            openId={openId}
            looks={looks}
            since={since}
            now={now}
            onOpen={open}
            onLook={look}
          />
        )}
      </main>
      <WallFoot
        line={<LineBands line={state.line} loaded={state.loaded} media={media} />}
        unseen={unseenGroups(live, looks, since, now)}
        onUnseen={openUnseen}
        page={view.page}
        pages={view.pages}
        onTurn={view.turn}
        auto={auto}
        onAuto={setAuto}
      />
      {openRow && (
        <CandidatePanel
          row={openRow}
          detail={state.detail}
          error={state.openError}
          serverAhead={state.serverAhead}
          onClose={() => open(null)}
          onStep={step}
          onRetry={() => void connection.open(openId)}
          onDetail={(detail) => connection.takeDetail(detail)}
        />
      )}
      <div className="visually-hidden" role="status">
        {announcement}
      </div>
      <KeysHelp opened={help} onClose={() => setHelp(false)} groups={helpKeys} />
    </div>
  );
}

/** Stands at the foot, so that nothing on the wall moves when the line goes and comes. */
function LineBands({ line, loaded, media }: { line: string; loaded: boolean; media: MediaState }) {
  const { t } = useTexts();
  return (
    <div role="status" className="line-bands">
      {line === 'offline' && (
        <Alert color="amber" p="xs" icon={<IconPlugConnectedX aria-hidden />}>
          {t('watch.line.socketLost')}
        </Alert>
      )}
      {loaded && line !== 'offline' && media === 'lost' && (
        <Alert color="amber" p="xs" icon={<IconVideoOff aria-hidden />}>
          {t('watch.line.mediaLost')}
        </Alert>
      )}
    </div>
  );
}

function NobodyShown({ all, present, onAll }: { all: number; present: boolean; onAll: () => void }) {
  const { t } = useTexts();
  if (all === 0) return <EmptyState title={t('watch.empty')} />;
  const action = (
    <Button variant="default" onClick={onAll}>
      {t('watch.showAll')}
    </Button>
  );
  return present ? (
    <EmptyState title={t('watch.nobodyHere')} action={action}>
      {t('watch.nobodyHereHelp')}
    </EmptyState>
  ) : (
    <EmptyState title={t('watch.noMatch')} action={action} />
  );
}

function useWatcher(eventId: string): MediaWatcher | null {
  return useLifetime(
    useCallback(() => {
      const value = new MediaWatcher(() => call(routes.watchTicket, { params: { id: eventId } }));
      value.open();
      return { value, end: () => value.close() };
    }, [eventId]),
  );
}

function usePending(connection: WallConnection): PendingDeeds {
  const { t } = useTexts();
  const notify = useNotify();
  const [pending] = useState(
    () =>
      new PendingDeeds({
        now: () => Date.now(),
        after: (milliseconds, run) => {
          const timer = setTimeout(run, milliseconds);
          return () => clearTimeout(timer);
        },
      }),
  );
  useEffect(
    () =>
      pending.onDue(({ id: commandId, kind, sittingId, reason }) => {
        const sent =
          kind === 'end'
            ? connection.command('end', { commandId, sittingId, reason })
            : connection.command('identify', { commandId, sittingId, verdict: 'refused', reason });
        sent.then(
          () => notify.done(t(kind === 'end' ? 'watch.end.done' : 'watch.tile.refused')),
          (error: unknown) => notify.failed(error),
        );
      }),
    [pending, connection, notify, t],
  );
  useEffect(() => () => pending.undoAll(), [pending]);
  return pending;
}

/** The last news in words for a screen reader, and as a sound where sounds are on. */
function useNews(connection: WallConnection, sounds: Sounds): string {
  const { t } = useTexts();
  const [announcement, setAnnouncement] = useState('');
  useEffect(
    () =>
      connection.onNews((news) => {
        sounds.play(news.kind);
        const name = connection.snapshot().rows.get(news.sittingId)?.name ?? '';
        if (news.kind === 'flag')
          setAnnouncement(t('watch.flags.new', { flag: t(`flag.${news.flag.code}.name`), name }));
        else if (news.kind === 'message') setAnnouncement(`${name}: ${news.message.text}`);
        else setAnnouncement(t('watch.tile.name', { name, state: t('watch.tile.identity') }));
      }),
    [connection, sounds, t],
  );
  return announcement;
}

function useAutoTurn(on: boolean, page: number, turn: (page: number) => void): void {
  const latest = useRef(turn);
  useEffect(() => {
    latest.current = turn;
  });
  useEffect(() => {
    if (!on) return undefined;
    const timer = setTimeout(() => latest.current(page + 1), autoMilliseconds);
    return () => clearTimeout(timer);
  }, [on, page]);
}
