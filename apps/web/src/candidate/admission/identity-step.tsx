import { Alert, Button, Card, Checkbox, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconClockHour4, IconInfoCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import { routes } from '@aigaq/contracts';

import { call } from '../../api/call';
import { Problems, useTexts } from '../../shared';
import { useServerNow, useSession, useSitting } from '../live/use-session';
import { useValue } from '../live/value';
import { useAnnounce } from '../shared/announcer';
import { MediaBands } from '../shared/media-bands';
import { OwnPicture } from '../shared/own-picture';
import { StepHeading } from '../shared/step-heading';
import { EnterRoom } from './enter-room';
import { burn, nextMask, type Mask } from './mask';
import { MaskEditor } from './mask-editor';
import { jpegOf, takeStill } from './still';
import { useRoom } from './use-room';

/** Face and document are shown to the camera; a person compares them. */
export function IdentityStep({ onNext }: { onNext: () => void }) {
  const { t, dateTime } = useTexts();
  const sitting = useSitting();
  const { identity, event } = sitting;
  const entered = useRoom();
  const early = useServerNow() < Date.parse(event.admissionFrom);
  useVerdictTold();
  return (
    <Stack gap="lg">
      <StepHeading title={t('admission.step.identity')}>
        {early ? t('identityStep.early', { at: dateTime(event.admissionFrom) }) : t('identityStep.text')}
      </StepHeading>
      <Explanation />
      {!early && !entered && identity.state !== 'confirmed' && <EnterRoom />}
      {!early && entered && <MediaBands />}
      {!early && entered && <Showing onNext={onNext} />}
      {!entered && identity.state === 'confirmed' && <Confirmed onNext={onNext} />}
    </Stack>
  );
}

function Explanation() {
  const { t } = useTexts();
  return (
    <Card withBorder padding="lg" component="section" aria-labelledby="identity-who">
      <Title order={2} size="h4" mb="xs" id="identity-who">
        {t('identityStep.who')}
      </Title>
      <List spacing={4}>
        <List.Item>{t('identityStep.whoSees')}</List.Item>
        <List.Item>{t('identityStep.noMachine')}</List.Item>
        <List.Item>{t('identityStep.erased')}</List.Item>
      </List>
    </Card>
  );
}

function Showing({ onNext }: { onNext: () => void }) {
  const { t } = useTexts();
  const { identity } = useSitting();
  switch (identity.state) {
    case 'confirmed':
      return <Confirmed onNext={onNext} />;
    case 'requested':
      return (
        <Alert color="lake" icon={<IconClockHour4 aria-hidden />} title={t('identityStep.compared')} role="status">
          {t('identityStep.comparedHelp')}
        </Alert>
      );
    case 'refused':
      return null;
    case 'again':
      return (
        <>
          <Alert color="amber" icon={<IconInfoCircle aria-hidden />} title={t('identityStep.again')} role="status">
            <Text className="own-words">{identity.reason}</Text>
          </Alert>
          <Stills />
        </>
      );
    case 'none':
      return <Stills />;
  }
}

function Confirmed({ onNext }: { onNext: () => void }) {
  const { t } = useTexts();
  return (
    <Stack>
      <Alert color="green" icon={<IconCircleCheck aria-hidden />} title={t('identityStep.confirmed')} role="status">
        {t('identityStep.confirmedHelp')}
      </Alert>
      <div>
        <Button size="lg" onClick={onNext}>
          {t('action.continue')}
        </Button>
      </div>
    </Stack>
  );
}

/** First the face, then the document, then the covers, then both are sent. */
function Stills() {
  const { t } = useTexts();
  const { line, media } = useSession();
  const { id } = useSitting();
  const camera = useValue(media.camera);
  const [face, setFace] = useState<HTMLCanvasElement | null>(null);
  const [paper, setPaper] = useState<HTMLCanvasElement | null>(null);
  const [masks, setMasks] = useState<readonly Mask[]>([nextMask([])]);
  const [covered, setCovered] = useState(false);
  const send = useMutation({
    mutationFn: async ([shown, document]: [HTMLCanvasElement, HTMLCanvasElement]) =>
      call(routes.showIdentity, {
        params: { id },
        files: { face: await jpegOf(shown), document: await jpegOf(burn(document, masks)) },
      }),
    onSuccess: (changed) => line.update(changed),
  });
  if (!face)
    return (
      <Shot
        key="face"
        of="face"
        track={camera}
        title={t('identityStep.face')}
        text={t('identityStep.faceHelp')}
        onTake={setFace}
      />
    );
  if (!paper)
    return (
      <Shot
        key="document"
        of="document"
        track={camera}
        title={t('identityStep.document')}
        text={t('identityStep.documentHelp')}
        onTake={setPaper}
        onBack={() => setFace(null)}
      />
    );
  return (
    <Stack>
      <StillTitle>{t('identityStep.cover')}</StillTitle>
      <Text size="lg">{t('identityStep.coverHelp')}</Text>
      <MaskEditor picture={paper} masks={masks} onChange={setMasks} />
      <Checkbox
        size="md"
        label={t('identityStep.coveredCheck')}
        checked={covered}
        onChange={(event) => setCovered(event.currentTarget.checked)}
      />
      <Problems error={send.error} />
      <Group>
        <Button
          size="lg"
          disabled={!covered || masks.length === 0}
          loading={send.isPending}
          onClick={() => send.mutate([face, paper])}
        >
          {t('identityStep.send')}
        </Button>
        <Button variant="default" size="lg" onClick={() => setPaper(null)} disabled={send.isPending}>
          {t('identityStep.retakeDocument')}
        </Button>
        <Button
          variant="default"
          size="lg"
          disabled={send.isPending}
          onClick={() => {
            setPaper(null);
            setFace(null);
          }}
        >
          {t('identityStep.retakeFace')}
        </Button>
      </Group>
    </Stack>
  );
}

interface ShotProps {
  of: 'face' | 'document';
  track: MediaStreamTrack | null;
  title: string;
  text: string;
  onTake: (picture: HTMLCanvasElement) => void;
  onBack?: () => void;
}

/** Takes one picture, shows it, and lets it be taken again. */
function Shot({ of, track, title, text, onTake, onBack }: ShotProps) {
  const { t } = useTexts();
  const [taken, setTaken] = useState<HTMLCanvasElement | null>(null);
  const [failed, setFailed] = useState(false);
  const take = async (): Promise<void> => {
    if (!track) return;
    try {
      setTaken(await takeStill(track));
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Stack>
      <StillTitle>{title}</StillTitle>
      <Text size="lg">{text}</Text>
      {taken ? <Taken picture={taken} label={title} /> : <OwnPicture track={track} guide={of} hint={of === 'face'} />}
      {failed && (
        <Text role="alert" c="red">
          {t('identityStep.noFrame')}
        </Text>
      )}
      <Group>
        {taken ? (
          <>
            <Button size="lg" onClick={() => onTake(taken)}>
              {t('identityStep.use')}
            </Button>
            <Button size="lg" variant="default" onClick={() => setTaken(null)}>
              {t('identityStep.retake')}
            </Button>
          </>
        ) : (
          <>
            <Button size="lg" onClick={() => void take()} disabled={!track}>
              {t('identityStep.take')}
            </Button>
            {onBack && (
              <Button size="lg" variant="default" onClick={onBack}>
                {t('action.back')}
              </Button>
            )}
          </>
        )}
      </Group>
    </Stack>
  );
}

function StillTitle({ children }: { children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [children]);
  return (
    <Title order={2} size="h3" ref={heading} tabIndex={-1} className="quiet-focus">
      {children}
    </Title>
  );
}

function Taken({ picture, label }: { picture: HTMLCanvasElement; label: string }) {
  const view = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = view.current;
    if (!canvas) return;
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  return <canvas ref={view} className="taken" role="img" aria-label={label} />;
}

/** The proctor's word is said aloud when it comes. */
function useVerdictTold(): void {
  const { t } = useTexts();
  const { identity } = useSitting();
  const announce = useAnnounce();
  const before = useRef(identity.state);
  useEffect(() => {
    if (before.current === identity.state) return;
    before.current = identity.state;
    if (identity.state === 'confirmed') announce(t('identityStep.confirmed'));
    if (identity.state === 'again') announce(`${t('identityStep.again')}. ${identity.reason}`);
  }, [identity, announce, t]);
}
