export type { MediaState } from './media-line';
export { MediaPublisher } from './media-publisher';
export { MediaWatcher, type Quality } from './media-watcher';
export { TrackView } from './track-view';
