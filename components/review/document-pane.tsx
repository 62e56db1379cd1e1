import { useTranslations } from 'next-intl'
import { ArchivedText } from '@/components/citations/archived-text'
import { QuoteInContext } from '@/components/citations/quote-in-context'
import type { ReadDocument } from '@/domain/workflow/reviewed'

/** The documents an entry cites, each with its quotes marked in the whole archived text, in a pane of its own that can be scrolled. */
export function DocumentPane({ documents }: { documents: ReadDocument[] }) {
  const t = useTranslations('review')
  return documents.map(({ id, title, language, text, citations }) => (
    <div key={id} className="mb-6">
      <h3 className="text-sm font-semibold" lang={language}>
        {title}
      </h3>
      {text === null ? (
        <>
          <p className="mt-1 text-xs text-muted">{t('noText')}</p>
          {citations.map(({ id, quote, language }) => (
            <QuoteInContext key={id} quote={quote} before="" after="" language={language} />
          ))}
        </>
      ) : (
        <section
          data-scrolls
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls is reached by the keyboard
          tabIndex={0}
          aria-label={t('documentText', { title })}
          className="mt-2 max-h-[36vh] min-h-40 overflow-y-auto text-sm"
        >
          <ArchivedText text={text} language={language} marked={citations.flatMap(({ position }) => position ?? [])} />
        </section>
      )}
    </div>
  ))
}
