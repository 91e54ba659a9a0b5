/** One frame of a camera, whole and not mirrored. Throws when no frame comes. */
export async function takeStill(track: MediaStreamTrack): Promise<HTMLCanvasElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  try {
    await video.play();
    const canvas = document.createElement('canvas');
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const context = canvas.getContext('2d');
    if (!context || canvas.width === 0) throw new Error('The camera gave no picture.');
    context.drawImage(video, 0, 0);
    return canvas;
  } finally {
    video.srcObject = null;
  }
}

export function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))),
      'image/jpeg',
      0.92,
    );
  });
}
