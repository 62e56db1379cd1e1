import { RunText } from '@/components/citations/run-text'
import { ContestedMark } from '@/components/figures/contested-mark'
import type { ChangeItem, ChangeKind } from '@/domain/sitrep/sitrep'

/** What changed: the kind of change in words, and what it was. */
export function ChangeList({ items }: { items: ChangeItem[] }) {
  return (
    <ul className="text-sm">
      {items.map(({ kind, label, content }) => (
        <li
          key={label + content.map(({ text }) => text).join('')}
          className="grid grid-cols-[7rem_1fr] gap-x-3 border-t border-line py-2.5"
        >
          <span className="text-muted">{label}</span>
          <span className="min-w-0">
            <ChangeSign kind={kind} />
            <RunText runs={content} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function ChangeSign({ kind }: { kind: ChangeKind }) {
  if (kind === 'contested') return <span className="me-1.5 inline-block">{<ContestedMark />}</span>
  if (kind !== 'revised-up' && kind !== 'revised-down') return null
  return (
    <svg width="9" height="8" viewBox="0 0 9 8" aria-hidden="true" className="me-1.5 inline-block">
      <path d={kind === 'revised-up' ? 'M4.5 0 9 8H0Z' : 'M4.5 8 0 0H9Z'} fill="currentColor" />
    </svg>
  )
}
