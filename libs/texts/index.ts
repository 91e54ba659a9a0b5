export { catalogue, catalogueParts, type TextKey } from './catalogue';
export * from './texts';
export * from './wording';
