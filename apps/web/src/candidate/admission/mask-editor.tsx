import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';

import { useTexts } from '../../shared';
import { moveMask, nextMask, resizeMask, type Mask } from './mask';

interface MaskEditorProps {
  picture: HTMLCanvasElement;
  masks: readonly Mask[];
  onChange: (masks: readonly Mask[]) => void;
}

/** Covers numbers on a picture, by mouse, finger or keyboard, before anything leaves the browser. */
export function MaskEditor({ picture, masks, onChange }: MaskEditorProps) {
  const { t } = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const view = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const canvas = view.current;
    if (!canvas) return;
    canvas.width = picture.width;
    canvas.height = picture.height;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
  }, [picture]);
  const put = (at: number, mask: Mask): void => onChange(masks.map((each, index) => (index === at ? mask : each)));
  return (
    <Stack gap="sm">
      <div className="mask-frame" ref={frame}>
        <canvas ref={view} role="img" aria-label={t('identityStep.documentPicture')} />
        {masks.map((mask, index) => (
          <Cover
            key={index}
            mask={mask}
            number={index + 1}
            frame={frame}
            onChange={(changed) => put(index, changed)}
            onRemove={() => onChange(masks.filter((_, each) => each !== index))}
          />
        ))}
      </div>
      <Text size="sm" c="dimmed" id="mask-help">
        {t('identityStep.maskKeys')}
      </Text>
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => onChange([...masks, nextMask(masks)])}
          disabled={masks.length >= 8}
        >
          {t('identityStep.addMask')}
        </Button>
        {masks.length > 0 && (
          <Button variant="subtle" onClick={() => onChange(masks.slice(0, -1))}>
            {t('identityStep.removeMask')}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

interface CoverProps {
  mask: Mask;
  number: number;
  frame: React.RefObject<HTMLDivElement | null>;
  onChange: (mask: Mask) => void;
  onRemove: () => void;
}

function Cover({ mask, number, frame, onChange, onRemove }: CoverProps) {
  const { t } = useTexts();
  const drag = useRef<{ x: number; y: number; mask: Mask; resizes: boolean } | null>(null);
  const down = (event: PointerEvent<HTMLElement>): void => {
    const resizes = (event.target as HTMLElement).dataset['corner'] !== undefined;
    drag.current = { x: event.clientX, y: event.clientY, mask, resizes };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLElement>): void => {
    const box = frame.current?.getBoundingClientRect();
    const from = drag.current;
    if (!box || !from) return;
    const byX = (event.clientX - from.x) / box.width;
    const byY = (event.clientY - from.y) / box.height;
    onChange(from.resizes ? resizeMask(from.mask, byX, byY) : moveMask(from.mask, byX, byY));
  };
  const key = (event: KeyboardEvent): void => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove();
    else if (step) {
      const [x = 0, y = 0] = step.map((part) => part * 0.02);
      onChange(event.shiftKey ? resizeMask(mask, x, y) : moveMask(mask, x, y));
    } else return;
    event.preventDefault();
  };
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <button
      type="button"
      className="mask"
      aria-label={t('identityStep.mask', { number })}
      aria-describedby="mask-help"
      style={{
        insetInlineStart: percent(mask.x),
        insetBlockStart: percent(mask.y),
        inlineSize: percent(mask.width),
        blockSize: percent(mask.height),
      }}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={key}
    >
      <span data-corner className="mask-corner" aria-hidden />
    </button>
  );
}
