import { useEffect, useRef, type CSSProperties } from 'react';

/** Shows one live video track; silent, since sound has a control of its own. */
export function TrackView({
  track,
  label,
  style,
}: {
  track: MediaStreamTrack | null;
  label: string;
  style?: CSSProperties;
}) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = element.current;
    if (!video) return undefined;
    video.srcObject = track ? new MediaStream([track]) : null;
    if (track) void video.play().catch(() => undefined);
    return () => {
      video.srcObject = null;
    };
  }, [track]);
  return <video ref={element} aria-label={label} style={style} autoPlay playsInline muted />;
}
