import type { ChartLayout, LayoutBar, LayoutLabel, LayoutLine, LayoutText } from '@/domain/chart/layout/chart-layout'
import { lineHeight, textSize } from '@/domain/chart/layout/chart-layout'
import { hatchPath, levelPath } from '@/domain/chart/layout/hatch-path'
import { markPath, openPath } from '@/domain/chart/layout/mark-path'

const paint = (colour: number) => `var(--series-${colour})`

/** The axes of a laid-out chart: hairlines, base line, ticks, labels. */
export function LiveAxes({ layout: { plot, xTicks, yTicks } }: { layout: ChartLayout }) {
  return (
    <g pointerEvents="none">
      {yTicks.map(({ y, label }) => (
        <g key={label}>
          <line
            x1={plot.left}
            x2={plot.right}
            y1={y}
            y2={y}
            stroke={y >= plot.bottom - 0.5 ? 'var(--muted)' : 'var(--line)'}
          />
          <Words x={plot.left - 8} y={y} anchor="end" fill="var(--muted)" text={label} />
        </g>
      ))}
      {xTicks.map(({ x, labelX, label }) => (
        <g key={x}>
          <line x1={x} x2={x} y1={plot.bottom} y2={plot.bottom + 5} stroke="var(--muted)" />
          <Words x={labelX} y={plot.bottom + 15} anchor="middle" fill="var(--muted)" text={label} />
        </g>
      ))}
    </g>
  )
}

/** Everything that stands over the lines: marks with their open ends, dotted ends, names, caveats. */
export function LiveMarks({ layout }: { layout: ChartLayout }) {
  return (
    <g pointerEvents="none">
      {layout.annotations.map(({ leader, ...text }) => (
        <g key={`${text.x} ${text.y}`}>
          {leader && (
            <line
              x1={leader.from.x}
              y1={leader.from.y}
              x2={leader.to.x}
              y2={leader.to.y}
              stroke="var(--muted)"
              strokeDasharray="2 3"
            />
          )}
          <TextBlock block={text} />
        </g>
      ))}
      {layout.lines.map((line) => (
        <LineMarks key={line.key} line={line} />
      ))}
      {layout.labels.map((label) => (
        <SeriesLabel key={label.key} label={label} />
      ))}
      {layout.notes.map((note) => (
        <TextBlock key={note.y} block={note} />
      ))}
    </g>
  )
}

function LineMarks({ line }: { line: LayoutLine }) {
  const stroke = paint(line.colour)
  return (
    <g fill="none" stroke={stroke}>
      {line.stub && <path d={line.stub} strokeWidth="1.6" strokeDasharray="1.5 3" />}
      {line.marks.map((mark) => (
        <g key={mark.figure}>
          {mark.whiskerX !== null && (
            <line x1={mark.whiskerX} x2={mark.x} y1={mark.y} y2={mark.y} strokeOpacity="0.7" />
          )}
          {mark.highY !== null && (
            <path d={`M${mark.x} ${mark.y}V${mark.highY}M${mark.x - 4} ${mark.highY}h8`} strokeWidth="1.6" />
          )}
          <g transform={`translate(${mark.x} ${mark.y})`}>
            {mark.open && <path d={openPath(mark.open)} strokeWidth="1.6" />}
            <path
              d={markPath(mark.shape)}
              fill={mark.hollow ? 'var(--ground)' : stroke}
              strokeWidth={mark.hollow || mark.shape === 'cross' ? 1.8 : 0.8}
            />
          </g>
        </g>
      ))}
    </g>
  )
}

/** A bar by its look, its open end and its value. */
export function LiveBar({ bar }: { bar: LayoutBar }) {
  const stroke = paint(bar.colour)
  const middle = bar.x + bar.width / 2
  return (
    <g>
      <BarShape bar={bar} />
      {bar.open && (
        <path
          d={openPath(bar.open)}
          transform={`translate(${middle} ${bar.y + (bar.open === 'up' ? 3 : -3)})`}
          fill="none"
          stroke={stroke}
          strokeWidth="1.6"
        />
      )}
      {bar.label && (
        <Words
          x={middle}
          y={bar.y - (bar.open === 'up' ? 21 : 9)}
          anchor="middle"
          fill="var(--ink)"
          text={bar.label}
          isHaloed
        />
      )}
    </g>
  )
}

function BarShape({ bar }: { bar: Pick<LayoutBar, 'x' | 'y' | 'width' | 'height' | 'look' | 'colour'> }) {
  const stroke = paint(bar.colour)
  if (bar.look === 'level') return <path d={levelPath(bar)} fill="none" stroke={stroke} strokeWidth="2.2" />
  if (bar.look === 'solid') return <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} fill={stroke} />
  const box = {
    x: bar.x + 0.75,
    y: bar.y + 0.75,
    width: Math.max(bar.width - 1.5, 0.5),
    height: Math.max(bar.height - 0.75, 0.5),
  }
  return (
    <g fill="none" stroke={stroke}>
      <rect {...box} fill="var(--ground)" strokeWidth="1.5" />
      <path d={hatchPath(box)} strokeOpacity="0.55" />
    </g>
  )
}

function SeriesLabel({ label }: { label: LayoutLabel }) {
  const { glyph, leader } = label
  const stroke = paint(label.colour ?? 6)
  return (
    <g>
      {leader && (
        <line
          x1={leader.from.x}
          y1={leader.from.y}
          x2={leader.to.x}
          y2={leader.to.y}
          stroke="var(--muted)"
          strokeWidth="0.8"
          strokeOpacity="0.8"
        />
      )}
      {glyph.kind === 'bar' ? (
        <BarShape
          bar={{ x: glyph.x + 1, y: glyph.y - 6, width: 14, height: 12, look: glyph.look, colour: label.colour ?? 6 }}
        />
      ) : (
        <g stroke={stroke} fill={stroke}>
          <line
            x1={glyph.x}
            x2={glyph.x + 18}
            y1={glyph.y}
            y2={glyph.y}
            strokeWidth="2.2"
            strokeDasharray={glyph.dash}
          />
          <path
            d={markPath(glyph.shape)}
            transform={`translate(${glyph.x + 9} ${glyph.y})`}
            strokeWidth={glyph.shape === 'cross' ? 1.8 : 0.8}
          />
        </g>
      )}
      <TextBlock block={label} />
    </g>
  )
}

function TextBlock({ block }: { block: LayoutText }) {
  return block.lines.map(({ text, strong, muted }, index) => (
    <Words
      key={text}
      x={block.x}
      y={block.y + index * lineHeight}
      anchor={block.anchor}
      fill={muted ? 'var(--muted)' : strong && block.colour ? paint(block.colour) : 'var(--ink)'}
      text={text}
      isStrong={strong}
      isHaloed={muted}
    />
  ))
}

function Words({
  x,
  y,
  text,
  fill,
  anchor,
  isStrong = false,
  isHaloed = false,
}: {
  x: number
  y: number
  text: string
  fill: string
  anchor: LayoutText['anchor']
  isStrong?: boolean
  isHaloed?: boolean
}) {
  return (
    <text
      direction="ltr"
      x={x}
      y={y + 4.3}
      fill={fill}
      fontSize={textSize}
      fontWeight={isStrong ? 600 : undefined}
      textAnchor={anchor}
      stroke={isHaloed ? 'var(--ground)' : undefined}
      strokeWidth={isHaloed ? 4 : undefined}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {text}
    </text>
  )
}
