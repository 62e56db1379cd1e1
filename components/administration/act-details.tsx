import type { Json } from '@/domain/canonical/canonical-json'

interface Words {
  before: string
  after: string
  nothing: string
  yes: string
  no: string
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
        <table className="w-full table-fixed border-collapse text-xs">
          <thead>
            <tr className="text-muted">
              <td className="w-1/4" />
              <th scope="col" className="px-2 text-start font-semibold">
                {words.before}
              </th>
              <th scope="col" className="px-2 text-start font-semibold">
                {words.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.keys({ ...before, ...after }).map((name) => (
              <tr key={name} className="border-t border-line align-baseline">
                <th scope="row" className="py-1 text-start font-normal break-words text-muted">
                  {name}
                </th>
                <td className="px-2 py-1 break-words">
                  <del className="no-underline">{sayValue(before[name] ?? null, words)}</del>
                </td>
                <td className="px-2 py-1 font-semibold break-words">
                  <ins className="no-underline">{sayValue(after[name] ?? null, words)}</ins>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
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

/** A value in words: lists as lists, members by name, at most so much that a page stays readable. */
function sayValue(value: Json, words: Words): string {
  const text = say(value, words)
  return text.length > 600 ? `${text.slice(0, 600)} …` : text
}

function say(value: Json, words: Words): string {
  if (value === null || value === '') return words.nothing
  if (typeof value === 'boolean') return value ? words.yes : words.no
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.map((one) => say(one, words)).join(', ')
  if (typeof value !== 'object') return String(value)
  return Object.entries(value)
    .filter(([, member]) => member !== null)
    .map(([name, member]) => `${name} ${say(member, words)}`)
    .join('; ')
}
