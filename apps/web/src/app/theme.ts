import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

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

export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 8 },
  colors: { lake, green, amber },
  autoContrast: true,
  fontFamily: "'Golos Text Variable', 'Noto Sans', 'Segoe UI', system-ui, sans-serif",
  headings: { fontFamily: "'Golos Text Variable', 'Noto Sans', 'Segoe UI', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
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
  },
  dark: {
    '--mantine-color-body': '#15191b',
    '--mantine-color-dimmed': '#b3bcc1',
    '--mantine-color-placeholder': '#98a2a8',
    '--mantine-color-error': '#ff9d94',
    '--mantine-color-anchor': 'var(--mantine-color-lake-3)',
  },
});
