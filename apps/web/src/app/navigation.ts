import type { ComponentType } from 'react';

import type { Permission } from '@aigaq/contracts';
import type { TextKey } from '@aigaq/texts';

/** One line of the menu; each area names its own beside its routes. */
export interface NavigationEntry {
  to: string;
  label: TextKey;
  icon: ComponentType<{ size?: number; stroke?: number }>;
  /** Shown to whoever holds one of these; to everybody where it is empty. */
  permissions: readonly Permission[];
  section: 'mine' | 'work' | 'institution';
}

export const sections: readonly { name: NavigationEntry['section']; label?: TextKey }[] = [
  { name: 'mine' },
  { name: 'work', label: 'nav.section.work' },
  { name: 'institution', label: 'nav.section.institution' },
];
