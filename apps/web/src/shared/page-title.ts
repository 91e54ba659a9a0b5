import { useEffect } from 'react';

import { useTexts } from './i18n';

/** The title of the document while a page is shown: "Groups · Aigaq". */
export function usePageTitle(title: string): void {
  const { t } = useTexts();
  const product = t('product.name');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
