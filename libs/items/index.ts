export { presentItem } from './domain/present-item';
export { problemsOfItem } from './domain/problems-of-item';
export { isAnswered, isResponseTo, scoreResponse } from './domain/score-response';
