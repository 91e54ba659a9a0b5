import { useEffect, useState } from 'react';

/** Looks at a camera's picture every second: how light it is where the face should be. */
export function useLight(track: MediaStreamTrack | null): number | null {
  const [seen, setSeen] = useState<{ track: MediaStreamTrack; light: number | null } | null>(null);
  useEffect(() => {
    if (!track) return undefined;
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = new MediaStream([track]);
    void video.play().catch(() => undefined);
    const timer = setInterval(() => setSeen({ track, light: lightOf(video) }), 1000);
    return () => {
      clearInterval(timer);
      video.srcObject = null;
    };
  }, [track]);
  return seen !== null && seen.track === track ? seen.light : null;
}

function lightOf(video: HTMLVideoElement): number | null {
  if (video.readyState < video.HAVE_CURRENT_DATA) return null;
  const canvas = document.createElement('canvas');
  canvas.width = 16;
  canvas.height = 16;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const { videoWidth: width, videoHeight: height } = video;
  context.drawImage(video, width * 0.3, height * 0.15, width * 0.4, height * 0.7, 0, 0, 16, 16);
  const { data } = context.getImageData(0, 0, 16, 16);
  let sum = 0;
  // Weights of the eye for red, green and blue (Rec. 709).
  for (let at = 0; at < data.length; at += 4)
    sum += 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
  return sum / 256;
}

const silence = { level: 0, peak: 0 };

/** How loud a microphone is now and was at most since it opened, 0 to 1. */
export function useLevel(track: MediaStreamTrack | null): { level: number; peak: number } {
  const [heard, setHeard] = useState<{ track: MediaStreamTrack | null; level: number; peak: number }>({
    track: null,
    ...silence,
  });
  useEffect(() => {
    if (!track) return undefined;
    const audio = new AudioContext();
    const source = audio.createMediaStreamSource(new MediaStream([track]));
    const analyser = audio.createAnalyser();
    analyser.fftSize = 2048;
    source.connect(analyser);
    void audio.resume().catch(() => undefined);
    const samples = new Float32Array(analyser.fftSize);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      const level = Math.min(1, Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length) * 4);
      setHeard((before) => ({ track, level, peak: Math.max(before.track === track ? before.peak : 0, level) }));
    }, 150);
    return () => {
      clearInterval(timer);
      source.disconnect();
      void audio.close().catch(() => undefined);
    };
  }, [track]);
  return heard.track === track ? heard : silence;
}
