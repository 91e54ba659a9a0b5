import type { ReactNode } from 'react';

import type { AuthoredItem, ItemType } from '@aigaq/contracts';

export type ItemOf<Type extends ItemType> = Extract<AuthoredItem, { type: Type }>;

/** What the fields of one type of item get. */
export interface TypeFieldsProps<Item extends AuthoredItem> {
  item: Item;
  language: string;
  editable: boolean;
  /** The error at a path below the item, such as `options.1.text`. */
  errorOf: (path: string) => ReactNode;
  onChange: (item: AuthoredItem) => void;
}
