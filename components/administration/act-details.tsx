import { sayValue, type ValueWords } from '@/components/administration/say-value'
import { toldVersions, VersionLinks } from '@/components/administration/version-links'
import { SideBySide } from '@/components/ui/side-by-side'
import type { Json } from '@/domain/canonical/canonical-json'

interface Words extends ValueWords {
  before: string
  after: string
}

type JsonObject = { [name: string]: Json }

/**
 * What an act of the audit log says of itself, readably: before and after side by side, versions one by one, the rest line by line. `desk`: the
 * address of its crisis at the desk, below which versions have their stories.
 */
export function ActDetails({ details, words, desk }: { details: Json; words: Words; desk: string | null }) {
  if (!isObject(details)) return <>{sayValue(details, words)}</>
  const { before, after, reason, ...rest } = details
  const isChange = isObject(before) && isObject(after)
  const others = isChange
    ? rest
    : { ...rest, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }
  const named = Object.entries(others).flatMap(([name, value]) => {
    const versions = toldVersions(value)
    return versions ? [[name, versions] as const] : []
  })
  const unnamed = Object.entries(others).filter(([name]) => named.every(([noun]) => noun !== name))
  return (
    <div className="space-y-2">
      {typeof reason === 'string' && (
        <p className="max-w-[65ch]">
          <q dir="auto">{reason}</q>
        </p>
      )}
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
      {named.map(([noun, versions]) => (
        <VersionLinks key={noun} versions={versions} base={desk && `${desk}/${noun}`} />
      ))}
      {unnamed.length > 0 && (
        <p className="text-xs break-words text-muted">
          {unnamed.map(([name, value]) => `${name}: ${sayValue(value, words)}`).join(' · ')}
        </p>
      )}
    </div>
  )
}

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
