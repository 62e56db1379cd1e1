import type { ChartColour } from '@/domain/chart/chart-model'

export const chartThemes = ['light', 'dark', 'print', 'screen'] as const
export type ChartTheme = (typeof chartThemes)[number]

export interface ChartPaint {
  ground: string
  ink: string
  muted: string
  line: string
  series: Record<ChartColour, string>
  /** Null where the drawing takes the page's own. */
  fontFamily: string | null
}

const fontFamily = "'Noto Sans', 'Noto Sans Armenian', 'Noto Sans Arabic', sans-serif"

const light: ChartPaint = {
  ground: '#ffffff',
  ink: '#1b1f24',
  muted: '#57606a',
  line: '#d9dce1',
  series: { 1: '#1f4e79', 2: '#a86200', 3: '#00796b', 4: '#7b3f8c', 5: '#a8442a', 6: '#5b6b7b' },
  fontFamily,
}

/**
 * The colours of a drawing. `screen` names the page's custom properties instead, so that one inline drawing serves the reader's theme,
 * whichever it is, without a script.
 */
export const chartPaints: Record<ChartTheme, ChartPaint> = {
  light,
  print: { ...light, ink: '#000000', muted: '#444b52', line: '#c4c8cd' },
  dark: {
    ground: '#1b1f23',
    ink: '#e8eaed',
    muted: '#a5adb5',
    line: '#32383e',
    series: { 1: '#7fb2e5', 2: '#e0a23c', 3: '#4db6a6', 4: '#c38bd3', 5: '#e08a6d', 6: '#a8b6c4' },
    fontFamily,
  },
  screen: {
    ground: 'var(--ground)',
    ink: 'var(--ink)',
    muted: 'var(--muted)',
    line: 'var(--line)',
    series: {
      1: 'var(--series-1)',
      2: 'var(--series-2)',
      3: 'var(--series-3)',
      4: 'var(--series-4)',
      5: 'var(--series-5)',
      6: 'var(--series-6)',
    },
    fontFamily: null,
  },
}
