/**
 * What every area of the client is made of.
 *
 * Texts      const { t, local, language, date, dateTime, time, range, duration, number } = useTexts()
 *            `t` takes keys of @aigaq/texts only; dates stand in the viewer's zone. `tryText` for keys put together.
 * Page       <PageHeader title path actions mark description/> also sets the title of the document and takes the focus;
 *            usePageTitle(title) where a page has a header of its own.
 * Links      <AnchorLink to params search/>, <ButtonLink/>, <ActionIconLink aria-label/>: checked by the router's types.
 * Data       const events = useQuery(query(routes.listEvents, { query: {} }));
 *            <QueryState of={events}>{(page) => …}</QueryState> shows loading, error and offline in its place.
 *            <DataTable rows columns rowKey caption exportName tools selection/>; useAllRows for every page of a list.
 * Failure    <Problems error={mutation.error}/> as an alert; <ProblemText problem/>; useNotify().failed(error).
 * Forms      useProblemForm({ initialValues, schema: routes.x.body }): errors beside the fields, from either side.
 *            <UnsavedGuard when={form.isDirty()}/>.
 * Question   const answer = await useConfirm()({ title, action, danger, reason: 'required' }) → { reason } | null.
 * Time       useNow(), <Clock seconds/>, clockText(seconds).
 * Session    useMe(), useCan()('event.approve') in ../app/session; routes: requires(…) in ../app/root-route.
 * Classes    visually-hidden, no-print, print-only, digits, quiet-focus (shared/style.css).
 */
export { Clock, useNow } from './clock';
export { useConfirm } from './confirm';
export { download } from './csv';
export { DataTable, RowAction, type Column } from './data-table';
export { clockText } from './formats';
export { useTexts, type Texts } from './i18n';
export { LanguageSwitch } from './language-switch';
export { ActionIconLink, AnchorLink, ButtonLink } from './links';
export { MomentInput } from './moment-input';
export { PageHeader } from './page-header';
export { usePageTitle } from './page-title';
export { Problems, ProblemText } from './problem-text';
export { EmptyState, ErrorState, LoadingState, QueryState } from './states';
export { ThemeSwitch } from './theme-switch';
export { UnsavedGuard } from './unsaved-guard';
export { useAllRows } from './use-all-rows';
export { useNotify } from './use-notify';
export { fieldErrors, useProblemForm } from './use-problem-form';
