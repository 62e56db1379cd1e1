import type { LiveRow } from '@/components/charts/live-rows'
import type { DrawnChart } from '@/domain/chart/chart-model'

/** What stands at an instant: each line's latest statement with its as-of, those made right then in ink, others muted; or the bars. */
export function LiveTooltip({ row, chart }: { row: LiveRow | undefined; chart: DrawnChart }) {
  if (!row) return null
  return (
    <dl
      dir={chart.direction}
      className="w-max max-w-72 space-y-2 rounded-md border border-line bg-surface px-3 py-2 text-xs text-ink shadow-lg"
    >
      {row.bars.map((bar) => (
        <Entry
          key={bar.key}
          colour={bar.colour}
          label={bar.claimant}
          value={bar.valueText}
          detail={bar.spanText}
          isNow
        />
      ))}
      {chart.series.map((series, index) => {
        const stated = row.stated[index] ?? []
        const latest = row.latest[index]
        const shown = stated.length > 0 ? stated : latest ? [latest] : []
        return shown.map((point) => (
          <Entry
            key={`${series.key} ${point.figure}`}
            colour={series.colour}
            label={series.label}
            value={point.valueText}
            detail={[point.atText, point.coverage, point.derivedText].filter(Boolean).join(' · ')}
            isNow={stated.length > 0}
          />
        ))
      })}
    </dl>
  )
}

function Entry({
  colour,
  label,
  value,
  detail,
  isNow,
}: {
  colour: number
  label: string
  value: string
  detail: string
  isNow: boolean
}) {
  return (
    <div>
      <dt className="flex items-baseline gap-1.5 text-muted">
        <svg aria-hidden="true" width="8" height="8" className="shrink-0">
          <circle cx="4" cy="4" r="4" fill={`var(--series-${colour})`} />
        </svg>
        {label}
      </dt>
      <dd className={isNow ? 'ps-3.5' : 'ps-3.5 text-muted'}>
        <span className={isNow ? 'font-semibold' : ''}>{value}</span> <span className="text-muted">{detail}</span>
      </dd>
    </div>
  )
}
