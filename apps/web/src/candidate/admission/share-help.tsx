import { Text } from '@mantine/core';

import { useTexts } from '../../shared';

/** The browser's question about the screen, drawn: the third tab, the picture below it, the button. */
export function ShareHelp() {
  const { t } = useTexts();
  return (
    <figure className="share-help">
      <svg viewBox="0 0 420 250" role="img" aria-label={t('deviceCheck.shareDrawing')}>
        <rect x="1" y="1" width="418" height="248" rx="12" className="drawing-paper" />
        <text x="20" y="32" className="drawing-title">
          {t('deviceCheck.shareWhat')}
        </text>
        {(['tab', 'window', 'screen'] as const).map((what, index) => (
          <g key={what}>
            <text
              x={75 + index * 135}
              y="66"
              textAnchor="middle"
              className={what === 'screen' ? 'drawing-chosen' : 'drawing-other'}
            >
              {t(`deviceCheck.surface.${what}`)}
            </text>
            {what === 'screen' && <line x1="285" y1="76" x2="405" y2="76" className="drawing-line" />}
          </g>
        ))}
        <rect x="120" y="92" width="180" height="98" rx="8" className="drawing-screen" />
        <rect x="132" y="104" width="156" height="74" rx="3" className="drawing-picture" />
        <text x="105" y="148" textAnchor="end" className="drawing-step">
          2
        </text>
        <text x="398" y="48" textAnchor="middle" className="drawing-step">
          1
        </text>
        <rect x="300" y="204" width="100" height="32" rx="16" className="drawing-button" />
        <text x="350" y="225" textAnchor="middle" className="drawing-button-text">
          {t('deviceCheck.shareButton')}
        </text>
        <text x="290" y="226" textAnchor="end" className="drawing-step">
          3
        </text>
      </svg>
      <figcaption>
        <Text>{t('deviceCheck.shareSteps')}</Text>
      </figcaption>
    </figure>
  );
}
