'use client'

import { useTranslations } from 'next-intl'
import { ProseField } from '@/components/sitrep-desk/prose-field'
import { buttonClass } from '@/components/ui/button'
import { mostHighlights } from '@/domain/sitrep/suggest-highlights'
import { type ProseRun, proseRunsKey } from '@/domain/sitrep/written'

type Highlights = ProseRun[][]

/** The highlights: those suggested stand until one is taken or written; a suggestion that is taken is recomputed as a draft is. */
export function HighlightsEditor({
  value,
  suggestions,
  label,
  isEditable,
  onChange,
}: {
  value: Highlights
  suggestions: { sentence: string; text: string }[]
  label: string
  isEditable: boolean
  onChange: (value: Highlights) => void
}) {
  const t = useTranslations('sitrepDesk.highlights')
  const taken = new Set(value.map(proseRunsKey))
  const open = suggestions.filter(({ sentence }) => !taken.has(proseRunsKey([{ sentence }])))
  const take = (sentences: string[]) => onChange([...value, ...sentences.map((sentence) => [{ sentence }])])
  return (
    <div className="space-y-3">
      <ProseField
        at="/highlights"
        label={label}
        isLabelHidden
        isList
        placeholder={t('placeholder')}
        value={value.map((content) => ({ kind: 'bullet', content }))}
        onChange={(blocks) => onChange(blocks.map(({ content }) => content))}
      />
      {value.length > mostHighlights && <p className="text-sm">{t('tooMany', { most: mostHighlights })}</p>}
      {isEditable && open.length > 0 && (
        <section aria-label={t('suggested')} className="text-sm">
          <h4 className="font-medium">{t('suggested')}</h4>
          <p className="text-xs text-muted">{value.length === 0 ? t('suggestedStand') : t('suggestedMore')}</p>
          <ul className="mt-1 divide-y divide-line">
            {open.map(({ sentence, text }) => (
              <li key={sentence} className="flex items-start justify-between gap-x-4 py-1">
                <span className="min-w-0 flex-1 py-2">{text}</span>
                <button
                  type="button"
                  className={`${buttonClass('quiet')} min-h-11`}
                  aria-label={t('takeOne', { text })}
                  onClick={() => take([sentence])}
                >
                  {t('take')}
                </button>
              </li>
            ))}
          </ul>
          {value.length === 0 && open.length > 1 && (
            <button
              type="button"
              className={`${buttonClass('plain')} mt-1 min-h-11`}
              onClick={() => take(open.map(({ sentence }) => sentence))}
            >
              {t('takeAll')}
            </button>
          )}
        </section>
      )}
    </div>
  )
}
