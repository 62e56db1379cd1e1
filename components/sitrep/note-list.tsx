import { RunText } from '@/components/citations/run-text'
import type { NoteItem } from '@/domain/sitrep/sitrep'

/** Notes: what sources described, with who and where under it. */
export function NoteList({ items }: { items: NoteItem[] }) {
  return (
    <ul>
      {items.map((note) => (
        <li
          key={note.href + note.detail + note.content.map(({ text }) => text).join('')}
          className="border-t border-line py-3"
        >
          <p className="max-w-[70ch] text-[0.9375rem]">
            <RunText runs={note.content} />
          </p>
          <p className="mt-1 text-xs text-muted">{note.detail}</p>
        </li>
      ))}
    </ul>
  )
}
