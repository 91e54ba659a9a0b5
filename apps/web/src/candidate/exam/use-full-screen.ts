import { useCallback, useEffect, useState } from 'react';

/** Whether the page fills the screen, by the page's own wish or by the browser's key. */
export function useFullScreen(): { filled: boolean; possible: boolean; fill: () => void } {
  const [filled, setFilled] = useState(isFilled);
  useEffect(() => {
    const mode = window.matchMedia('(display-mode: fullscreen)');
    const look = (): void => setFilled(isFilled());
    document.addEventListener('fullscreenchange', look);
    mode.addEventListener('change', look);
    return () => {
      document.removeEventListener('fullscreenchange', look);
      mode.removeEventListener('change', look);
    };
  }, []);
  const fill = useCallback(() => void document.documentElement.requestFullscreen().catch(() => undefined), []);
  return { filled, possible: document.fullscreenEnabled, fill };
}

function isFilled(): boolean {
  return document.fullscreenElement !== null || window.matchMedia('(display-mode: fullscreen)').matches;
}
