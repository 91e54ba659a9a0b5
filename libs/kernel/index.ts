export * from './clock';
export * from './id';
export * from './lifecycle';
export * from './result';
