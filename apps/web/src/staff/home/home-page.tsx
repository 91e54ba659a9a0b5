import { useMe } from '../../app/session';
import { PageHeader, useTexts } from '../../shared';

export function HomePage() {
  const { t } = useTexts();
  const me = useMe();
  return <PageHeader title={t('home.greeting', { name: me.givenName })} documentTitle={t('nav.home')} />;
}
