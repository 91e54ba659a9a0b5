import { Alert, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState, type ReactNode } from 'react';

import { routes, type FlagView, type SittingDetail } from '@aigaq/contracts';

import { ProblemError, query } from '../api/call';
import { OfflineBand } from '../app/offline-band';
import { useCan } from '../app/session';
import { EmptyState, ErrorState, LoadingState, Problems, QueryState, useTexts } from '../shared';
import { KeysHelp } from '../shared/keys-help';
import { useKeys } from '../shared/use-keys';
import '../proctor/proctor.css';
import { AnswersTab } from './answers/answers-tab';
import { DecisionTab } from './decision/decision-tab';
import { ungraded } from './decision/readiness';
import { FlagsTab } from './flags/flags-tab';
import { hasClip, inOrder, leadIn, progress } from './flags/flag-walk';
import { Controls } from './player/controls';
import type { ReviewPlayer } from './player/review-player';
import { ScreenArea } from './player/screen-area';
import { canPlayRecordings } from './player/source-feed';
import { usePlayerView, useRecording, type Recorded } from './player/use-player';
import { RecordTab } from './record/record-tab';
import './review.css';
import type { SittingTab } from './search';
import { SittingHeader } from './sitting-header';
import { answerMarks, deedsOf, extentOf, pausesOf } from './timeline/lanes';
import { Timeline } from './timeline/timeline';
import { useReviewKeysHelp } from './use-keys-help';

const route = getRouteApi('/signed-in/sittings/$sittingId');

/** States in which something may still come by itself. */
const moving: readonly SittingDetail['row']['state'][] = [
  'invited',
  'checking',
  'waiting',
  'identifying',
  'ready',
  'live',
  'interrupted',
];

export function SittingPage() {
  const { sittingId } = route.useParams();
  const detail = useQuery({
    ...query(routes.getSitting, { params: { id: sittingId } }),
    refetchInterval: ({ state }) => (state.data && moving.includes(state.data.row.state) ? 5000 : 30_000),
  });
  if (detail.data) return <Review detail={detail.data} error={detail.error} />;
  return detail.isPending ? (
    <LoadingState />
  ) : (
    <ErrorState error={detail.error} onRetry={() => void detail.refetch()} />
  );
}

function Review({ detail, error }: { detail: SittingDetail; error: unknown }) {
  const can = useCan();
  const { row } = detail;
  const { flag: selected, tab } = route.useSearch();
  const event = useQuery(query(routes.getEvent, { params: { id: detail.event.id } }));
  const attempt = useQuery({
    ...query(routes.reviewAttempt, { params: { id: row.id } }),
    enabled: can('attempt.read'),
    refetchInterval: moving.includes(row.state) ? 15_000 : false,
  });
  const flags = useMemo(() => inOrder(detail.flags), [detail.flags]);
  const linked = flags.find((flag) => flag.id === selected);
  const [startAt] = useState(() => {
    if (linked) return Date.parse(linked.startedAt) - leadIn;
    // What was recorded at admission comes before the exam: shown, not where a review begins.
    const { startedAt } = row.clock;
    return moving.includes(row.state) || startedAt === null ? undefined : Date.parse(startedAt);
  });
  const recorded = useRecording(row.id, can('recording.watch') && detail.profile.records.length > 0, startAt);
  const { index, player } = recorded;
  const { look, watched, select } = useSelection(player);
  const [help, setHelp] = useState(false);
  const helpKeys = useReviewKeysHelp();
  useKeys({ '?': () => setHelp(true) });

  const sitting = sittingSpan(detail, index?.to);
  const marks = useMemo(() => answerMarks(attempt.data), [attempt.data]);
  const deeds = useMemo(() => deedsOf(detail.actions, detail.messages), [detail.actions, detail.messages]);
  const pauses = useMemo(() => pausesOf(detail.actions, index?.to ?? 0), [detail.actions, index?.to]);
  const whole = extentOf(
    [index, sitting],
    [...flags.map((flag) => Date.parse(flag.startedAt)), ...marks.map((mark) => mark.at)],
  );
  const zero = sitting?.from ?? whole?.from ?? 0;
  const secondFrom = event.data?.ruleSet.values.secondPersonFromSeverity ?? 3;
  const clipOf = useCallback((flag: FlagView) => hasClip(flag, index), [index]);
  const position = usePosition(player);

  return (
    <div className="review-page">
      <SittingHeader detail={detail} recording={recorded.recording} onSeek={look} onHelp={() => setHelp(true)} />
      <main className="review-main" id="review" tabIndex={-1}>
        <div className="review-watch">
          <OfflineBand />
          {error !== null && <Problems error={error} />}
          <Watch recorded={recorded} detail={detail} zero={zero} pauses={pauses} />
          {whole && (
            <LiveTimeline
              player={player}
              props={{
                whole,
                zero,
                index,
                sitting,
                pauses,
                flags,
                selectedFlag: selected,
                answers: marks,
                deeds,
                onSeek: look,
                onFlag: select,
              }}
            />
          )}
        </div>
        <ReviewTabs
          detail={detail}
          open={progress(flags).open}
          missing={ungraded(attempt.data)}
          tab={tab ?? 'flags'}
          panels={{
            flags: (
              <FlagsTab
                detail={detail}
                flags={flags}
                selected={selected}
                watched={watched}
                index={index}
                zero={zero}
                position={position}
                onSelect={select}
              />
            ),
            answers:
              can('attempt.read') && !isClosedTo(attempt.error) ? (
                <QueryState of={attempt}>
                  {(data) => <AnswersTab attempt={data} zero={zero} onSeek={player ? look : undefined} />}
                </QueryState>
              ) : (
                <Forbidden />
              ),
            record: <RecordTab detail={detail} />,
            decision: <DecisionTab detail={detail} attempt={attempt.data} secondFrom={secondFrom} clipOf={clipOf} />,
          }}
        />
      </main>
      <KeysHelp opened={help} onClose={() => setHelp(false)} groups={helpKeys} />
    </div>
  );
}

/** The permission is not enough: the answers are for those who keep or examine the event. */
function isClosedTo(error: unknown): boolean {
  return error instanceof ProblemError && (error.has('not_found') || error.has('forbidden'));
}

function Forbidden() {
  const { t } = useTexts();
  return <Alert color="gray">{t('review.answers.forbidden')}</Alert>;
}

/** From the start of the sitting to its end, or to what is known so far. */
function sittingSpan(detail: SittingDetail, recordedTo: number | undefined): { from: number; to: number } | null {
  const { startedAt, now } = detail.row.clock;
  if (startedAt === null) return null;
  const from = Date.parse(startedAt);
  const ended = detail.actions.find((action) => action.kind === 'ended');
  const to = ended ? Date.parse(ended.at) : moving.includes(detail.row.state) ? Date.parse(now) : (recordedTo ?? from);
  return { from, to: Math.max(from, to) };
}

interface WatchProps {
  recorded: Recorded;
  detail: SittingDetail;
  zero: number;
  pauses: readonly { from: number; to: number }[];
}

/** The pictures and what moves them, or why there are none. */
function Watch({ recorded, detail, zero, pauses }: WatchProps) {
  const { t, date } = useTexts();
  const can = useCan();
  const { index, player, recording } = recorded;
  const view = usePlayerView(player);
  if (!can('recording.watch')) return <Alert color="gray">{t('review.player.forbidden')}</Alert>;
  if (recorded.isPending && detail.profile.records.length > 0) return <LoadingState />;
  if (recorded.error && !recording)
    return <ErrorState error={recorded.error} onRetry={() => void recorded.refetch()} />;
  if (recording?.deletedAt !== undefined)
    return <Alert color="gray">{t('review.player.deleted', { at: date(recording.deletedAt) })}</Alert>;
  if (!canPlayRecordings()) return <Alert color="amber">{t('review.player.unsupported')}</Alert>;
  if (!index || !player || !view)
    return <EmptyState title={t('review.player.none')}>{t('review.player.noneHelp')}</EmptyState>;
  return (
    <section aria-label={t('review.player')} className="watch-area">
      <ScreenArea player={player} view={view} index={index} pauses={pauses} />
      <Controls
        player={player}
        view={view}
        zero={zero}
        running={index.running}
        hasSound={index.sources.includes('microphone')}
      />
    </section>
  );
}

type StillProps = Omit<Parameters<typeof Timeline>[0], 'position'>;

function LiveTimeline({ player, props }: { player: ReviewPlayer | null; props: StillProps }) {
  const view = usePlayerView(player);
  return <Timeline {...props} position={view?.position ?? null} />;
}

/** The position, a second at a time: for what need not move with every picture. */
function usePosition(player: ReviewPlayer | null): number | null {
  const view = usePlayerView(player);
  return view ? Math.floor(view.position / 1000) * 1000 : null;
}

/** The chosen flag stands in the address; its clip plays from a little before it. */
function useSelection(player: ReviewPlayer | null) {
  const navigate = useNavigate({ from: '/sittings/$sittingId' });
  const [watched, setWatched] = useState<ReadonlySet<string>>(new Set());
  const look = useCallback((moment: number) => player?.seek(moment), [player]);
  const select = useCallback(
    (flag: FlagView) => {
      void navigate({ search: (old) => ({ ...old, flag: flag.id }), replace: true });
      if (!player) return;
      player.seek(Date.parse(flag.startedAt) - leadIn);
      if (player.view().rate > 2) player.setRate(1);
      player.play();
      setWatched((before) => new Set(before).add(flag.id));
    },
    [navigate, player],
  );
  return { look, watched, select };
}

interface ReviewTabsProps {
  detail: SittingDetail;
  open: number;
  missing: number;
  tab: SittingTab;
  panels: Readonly<Record<SittingTab, ReactNode>>;
}

function ReviewTabs({ detail, open, missing, tab, panels }: ReviewTabsProps) {
  const { t } = useTexts();
  const navigate = useNavigate({ from: '/sittings/$sittingId' });
  const marks: Readonly<Record<SittingTab, string>> = {
    flags: open > 0 ? ` (${open})` : '',
    answers: missing > 0 && !moving.includes(detail.row.state) ? ` (${missing})` : '',
    record: '',
    decision: detail.decision?.state === 'proposed' ? ' (!)' : '',
  };
  return (
    <Tabs
      className="review-tabs"
      value={tab}
      keepMounted={false}
      onChange={(value) => void navigate({ search: (old) => ({ ...old, tab: value as SittingTab }), replace: true })}
    >
      <Tabs.List aria-label={t('review.tabs')}>
        {(['flags', 'answers', 'record', 'decision'] as const).map((each) => (
          <Tabs.Tab key={each} value={each}>
            {t(`review.tab.${each}`)}
            {marks[each]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(['flags', 'answers', 'record', 'decision'] as const).map((each) => (
        <Tabs.Panel key={each} value={each} className="review-panel">
          {panels[each]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
