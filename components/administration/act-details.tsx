import { sayValue, type ValueWords } from '@/components/administration/say-value'
import { SideBySide } from '@/components/ui/side-by-side'
import type { Json } from '@/domain/canonical/canonical-json'

interface Words extends ValueWords {
  before: string
  after: string
}

type JsonObject = { [name: string]: Json }

/** What an act of the audit log says of itself, readably: before and after side by side, the rest line by line. */
export function ActDetails({ details, words }: { details: Json; words: Words }) {
  if (!isObject(details)) return <>{sayValue(details, words)}</>
  const { before, after, reason, ...rest } = details
  const isChange = isObject(before) && isObject(after)
  const others = isChange
    ? rest
    : { ...rest, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  return (
    <div className="space-y-2">
      {typeof reason === 'string' && <p className="max-w-[65ch]">“{reason}”</p>}
      {isChange && Object.keys({ ...before, ...after }).length > 0 && (
        <SideBySide
          left={words.before}
          right={words.after}
          rows={Object.keys({ ...before, ...after }).map((name) => ({
            name,
            left: sayValue(before[name] ?? null, words),
            right: sayValue(after[name] ?? null, words),
          }))}
        />
      )}
      {Object.keys(others).length > 0 && (
        <p className="text-xs break-words text-muted">
          {Object.entries(others)
            .map(([name, value]) => `${name}: ${sayValue(value, words)}`)
            .join(' · ')}
        </p>
      )}
    </div>
  )
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
