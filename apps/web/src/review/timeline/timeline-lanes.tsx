import {
  IconAlertTriangle,
  IconFlag,
  IconMessage,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerStop,
  IconPointFilled,
  type Icon,
} from '@tabler/icons-react';
import { memo, type CSSProperties, type ReactNode } from 'react';

import type { ActionView, FlagView, Source } from '@aigaq/contracts';

import { useTexts } from '../../shared';
import { spansOf, type SegmentIndex, type Span } from '../player/segment-index';
import { signedClock } from '../signed-clock';
import type { AnswerMark, Deed } from './lanes';
import { labelled, percentAt, scaleStep, type Viewport } from './viewport';

export interface LanesProps {
  /** Where the clock of the page begins. */
  zero: number;
  index: SegmentIndex | null;
  /** The sitting itself; what lies outside of it was recorded at admission. */
  sitting: Span | null;
  pauses: readonly Span[];
  flags: readonly FlagView[];
  selectedFlag: string | undefined;
  answers: readonly AnswerMark[];
  deeds: readonly Deed[];
  onFlag: (flag: FlagView) => void;
}

/** Per cent of the width between two labels. */
const leastDistance = 4;
const laneSources: readonly Source[] = ['camera', 'screen', 'microphone'];

/** Everything but the playhead: drawn anew only when something of it changes. */
export const Lanes = memo(function Lanes({
  view,
  zero,
  index,
  sitting,
  pauses,
  flags,
  selectedFlag,
  answers,
  deeds,
  onFlag,
}: LanesProps & { view: Viewport }) {
  const { t } = useTexts();
  const answerLabels = labelled(
    answers.map((mark) => percentAt(view, mark.at)),
    leastDistance,
  );
  const deedLabels = labelled(
    deeds.map((deed) => percentAt(view, deed.at)),
    leastDistance,
  );
  return (
    <>
      {index &&
        laneSources
          .filter((source) => index.sources.includes(source))
          .map((source) => (
            <Lane key={source} name={t(`source.${source}`)}>
              {recordedParts(index, source, sitting).map((part) => (
                <Part key={`${part.kind}${part.from}`} view={view} span={part} kind={part.kind} />
              ))}
              {pauses.map((pause) => (
                <Part key={pause.from} view={view} span={pause} kind="pause" />
              ))}
            </Lane>
          ))}
      <Lane name={t('review.timeline.flags')} tall>
        {flags.map((flag) => (
          <FlagMark key={flag.id} view={view} flag={flag} selected={flag.id === selectedFlag} onFlag={onFlag} />
        ))}
      </Lane>
      {answers.length > 0 && (
        <Lane name={t('review.timeline.answers')} tall>
          {answers.map((mark, at) => (
            <Mark
              key={`${mark.itemId}${mark.at}`}
              view={view}
              at={mark.at}
              title={t('review.timeline.answer', {
                position: mark.position,
                time: signedClock(mark.at - zero),
              })}
            >
              {answerLabels[at] && mark.position}
            </Mark>
          ))}
        </Lane>
      )}
      <Lane name={t('review.timeline.deeds')} tall>
        {deeds.map((deed, at) => (
          <DeedMark key={deed.kind + deed.at} view={view} deed={deed} labelled={deedLabels[at] === true} />
        ))}
      </Lane>
      <Scale view={view} zero={zero} />
    </>
  );
});

function Lane({ name, tall = false, children }: { name: string; tall?: boolean; children: ReactNode }) {
  return (
    <div className="lane" data-tall={tall || undefined}>
      <span className="lane-name">{name}</span>
      <span className="lane-track">{children}</span>
    </div>
  );
}

interface RecordedPart extends Span {
  readonly kind: 'recorded' | 'gap' | 'outside';
}

/** Recorded, recorded before the sitting, and missing although it was meant to be there. */
function recordedParts(index: SegmentIndex, source: Source, sitting: Span | null): RecordedPart[] {
  const spans = index.spans[source];
  const gaps = spansOf(index.gaps[source]).map((gap) => ({ ...gap, kind: 'gap' as const }));
  if (!sitting) return [...spans.map((span) => ({ ...span, kind: 'outside' as const })), ...gaps];
  const cut = spans.flatMap((span): RecordedPart[] => [
    ...(span.from < sitting.from
      ? [{ from: span.from, to: Math.min(span.to, sitting.from), kind: 'outside' as const }]
      : []),
    ...(span.to > sitting.from
      ? [{ from: Math.max(span.from, sitting.from), to: span.to, kind: 'recorded' as const }]
      : []),
  ]);
  return [...cut, ...gaps];
}

function placed(view: Viewport, span: Span): CSSProperties | null {
  const from = percentAt(view, span.from);
  const to = percentAt(view, span.to);
  if (to < 0 || from > 100) return null;
  const left = Math.max(0, from);
  return { left: `${left}%`, width: `${Math.min(100, to) - left}%` };
}

function Part({ view, span, kind }: { view: Viewport; span: Span; kind: string }) {
  const style = placed(view, span);
  return style && <span className="part" data-kind={kind} style={style} />;
}

function FlagMark({
  view,
  flag,
  selected,
  onFlag,
}: {
  view: Viewport;
  flag: FlagView;
  selected: boolean;
  onFlag: (flag: FlagView) => void;
}) {
  const { t, timeWithSeconds } = useTexts();
  const from = Date.parse(flag.startedAt);
  const style = placed(view, { from, to: flag.endedAt === null ? view.to : Date.parse(flag.endedAt) });
  return (
    style && (
      <button
        type="button"
        tabIndex={-1}
        className="flag-mark"
        data-state={flag.state}
        data-zero={flag.severity === 0 || undefined}
        data-selected={selected || undefined}
        style={style}
        title={`${t(`flag.${flag.code}.name`)}, ${timeWithSeconds(flag.startedAt)}, ${t(`record.flag.${flag.state}`)}`}
        aria-label={`${t(`flag.${flag.code}.name`)}, ${timeWithSeconds(flag.startedAt)}`}
        onClick={() => onFlag(flag)}
      >
        <IconFlag size={12} stroke={2.2} aria-hidden />
      </button>
    )
  );
}

function Mark({ view, at, title, children }: { view: Viewport; at: number; title: string; children: ReactNode }) {
  const left = percentAt(view, at);
  if (left < 0 || left > 100) return null;
  return (
    <span className="mark digits" style={{ left: `${left}%` }} title={title}>
      {children}
    </span>
  );
}

const actionIcons: Readonly<Partial<Record<ActionView['kind'], Icon>>> = {
  warned: IconAlertTriangle,
  paused: IconPlayerPause,
  resumed: IconPlayerPlay,
  ended: IconPlayerStop,
};

function DeedMark({ view, deed, labelled: shown }: { view: Viewport; deed: Deed; labelled: boolean }) {
  const { t, timeWithSeconds } = useTexts();
  const time = timeWithSeconds(new Date(deed.at));
  if (deed.kind === 'message')
    return (
      <Mark view={view} at={deed.at} title={`${time}, ${deed.message.name}: ${deed.message.text}`}>
        {shown && <IconMessage size={12} aria-hidden />}
      </Mark>
    );
  const DeedIcon = actionIcons[deed.action.kind] ?? IconPointFilled;
  return (
    <Mark view={view} at={deed.at} title={`${time}, ${t(`record.action.${deed.action.kind}`)}`}>
      {shown && <DeedIcon size={12} aria-hidden />}
    </Mark>
  );
}

function Scale({ view, zero }: { view: Viewport; zero: number }) {
  const step = scaleStep(view);
  const first = Math.ceil((view.from - zero) / step) * step + zero;
  const marks = Array.from(
    { length: Math.max(0, Math.floor((view.to - first) / step) + 1) },
    (_, index) => first + index * step,
  );
  return (
    <div className="lane" aria-hidden>
      <span className="lane-name" />
      <span className="lane-track scale">
        {marks.map((at) => (
          <span key={at} className="scale-mark digits" style={{ left: `${percentAt(view, at)}%` }}>
            {signedClock(at - zero)}
          </span>
        ))}
      </span>
    </div>
  );
}
