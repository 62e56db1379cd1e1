import { useTranslations } from 'next-intl'
import { RunText } from '@/components/citations/run-text'
import type { ContestedItem } from '@/domain/sitrep/sitrep'

/** Contested figures: the sides in columns of equal width and weight, each in its own words; never a verdict by layout. */
export function ContestedList({ items }: { items: ContestedItem[] }) {
  const t = useTranslations('contested')
  return (
    <ul>
      {items.map((item) => (
        <li key={item.title} className="break-inside-avoid border-t border-line py-4">
          <h3 className="text-sm font-semibold">{item.title}</h3>
          {item.sides.length > 0 && (
            <div className="mt-2 grid gap-x-5 gap-y-3 sm:grid-cols-2">
              {item.sides.map((side) => (
                <div key={side.role + side.who + side.quote} className="text-sm">
                  <p className="text-xs text-muted">{t(side.role)}</p>
                  <p className="font-medium">{side.who}</p>
                  {side.quote && (
                    <blockquote lang={side.language} dir="auto" className="mt-1 border-s-2 border-line ps-3">
                      <q>{side.quote}</q>
                    </blockquote>
                  )}
                  <p className="mt-1 text-xs text-muted">
                    <RunText runs={side.detail} />
                  </p>
                </div>
              ))}
            </div>
          )}
          {item.remark.length > 0 && (
            <p className="mt-2 text-sm">
              <RunText runs={item.remark} />
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
