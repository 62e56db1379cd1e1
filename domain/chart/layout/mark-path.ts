import type { OpenEnd } from '@/domain/chart/chart-model'
import type { Shape } from '@/domain/chart/layout/chart-layout'

const radius = 3.4

/** The outline of a mark around 0,0 as an SVG path; all shapes cover about the same area. */
export function markPath(shape: Shape | 'diamond', scale = 1): string {
  const r = radius * scale
  const f = (value: number) => Math.round(value * 100) / 100
  switch (shape) {
    case 'circle':
      return `M${f(-r)} 0a${f(r)} ${f(r)} 0 1 0 ${f(2 * r)} 0a${f(r)} ${f(r)} 0 1 0 ${f(-2 * r)} 0Z`
    case 'square':
      return `M${f(-r * 0.9)} ${f(-r * 0.9)}h${f(r * 1.8)}v${f(r * 1.8)}h${f(-r * 1.8)}Z`
    case 'triangle':
      return `M0 ${f(-r * 1.3)}L${f(r * 1.2)} ${f(r * 0.9)}H${f(-r * 1.2)}Z`
    case 'triangle-down':
      return `M0 ${f(r * 1.3)}L${f(r * 1.2)} ${f(-r * 0.9)}H${f(-r * 1.2)}Z`
    case 'pentagon':
      return `M0 ${f(-r * 1.2)}L${f(r * 1.15)} ${f(-r * 0.35)}L${f(r * 0.7)} ${f(r)}H${f(-r * 0.7)}L${f(-r * 1.15)} ${f(-r * 0.35)}Z`
    case 'cross':
      return `M${f(-r)} ${f(-r)}L${f(r)} ${f(r)}M${f(-r)} ${f(r)}L${f(r)} ${f(-r)}`
    case 'diamond':
      return `M0 ${f(-r * 1.5)}L${f(r * 1.5)} 0L0 ${f(r * 1.5)}L${f(-r * 1.5)} 0Z`
  }
}

/** The tick of an open end: an arrow from the mark upward or downward. */
export function openPath(open: Exclude<OpenEnd, null>): string {
  return open === 'up' ? 'M0 -4.5V-14M-3.2 -10.8L0 -14L3.2 -10.8' : 'M0 4.5V14M-3.2 10.8L0 14L3.2 10.8'
}
