import { Badge, createTheme, Fieldset, Modal, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The accent: the blue-green of a lake in the steppe. Shade 8 on white and white on it have a contrast of 6.6 : 1. */
const lake: MantineColorsTuple = [
  '#e8f6f8',
  '#d3ecf0',
  '#a9d8e0',
  '#7bc3cf',
  '#54b0c0',
  '#369fb1',
  '#208ea2',
  '#127b8e',
  '#0b6577',
  '#064c5a',
];

const green: MantineColorsTuple = [
  '#e9f7ee',
  '#d3eedd',
  '#a8ddbb',
  '#79ca96',
  '#52b976',
  '#36a95e',
  '#23914b',
  '#187a3d',
  '#11642f',
  '#0a4a22',
];

const amber: MantineColorsTuple = [
  '#fff6e0',
  '#ffebc2',
  '#ffd88a',
  '#fcc14d',
  '#f2aa1d',
  '#d98f06',
  '#b87503',
  '#976003',
  '#7a4c02',
  '#593701',
];

/** Greys of the dark scheme, a breath of the accent in them: text first, the page at 7. */
const dark: MantineColorsTuple = [
  '#e4e9eb',
  '#b3bcc1',
  '#98a2a8',
  '#667177',
  '#434d52',
  '#2c3438',
  '#20272a',
  '#161b1d',
  '#101415',
  '#0b0e0f',
];

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 8 },
  colors: { lake, green, amber, dark },
  autoContrast: true,
  fontFamily: "'Golos Text Variable', 'Noto Sans', 'Segoe UI', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', 'Noto Sans', 'Segoe UI', system-ui, sans-serif", fontWeight: '600' },
  // The smaller sizes are a step larger than usual: Kazakh letters carry their difference in small strokes.
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Badge: Badge.extend({ defaultProps: { tt: 'none', fw: 500 } }),
    Modal: Modal.extend({ classNames: { title: 'dialog-title' } }),
    Fieldset: Fieldset.extend({ classNames: { legend: 'fieldset-legend' } }),
  },
});

/** Mantine's grey and red texts are below 4.5 : 1 on its backgrounds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbfcfc',
    '--mantine-color-dimmed': '#4d565c',
    '--mantine-color-placeholder': '#646e75',
    '--mantine-color-error': '#b42318',
    '--mantine-color-anchor': 'var(--mantine-color-lake-8)',
    '--aigaq-bad': '#fdf0ee',
    '--aigaq-chosen': 'var(--mantine-color-lake-0)',
  },
  dark: {
    '--mantine-color-dimmed': '#b3bcc1',
    '--mantine-color-placeholder': '#98a2a8',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': 'var(--mantine-color-lake-3)',
    '--aigaq-bad': '#351c1a',
    '--aigaq-chosen': '#12292e',
  },
});
