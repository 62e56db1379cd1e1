import { useTranslations } from 'next-intl'
import { figureTitle } from '@/components/figures/figure-row'
import type { Figure } from '@/domain/figure/figure'
import { momentText, type Wording } from '@/domain/wording/wording'
import type { Story } from '@/domain/workflow/waiting'

/** Every version, the newest first, with the names of whoever did what: for people of the desk alone. */
export function FigureStory({ stories, wording }: { stories: Story<Figure>[]; wording: Wording }) {
  const t = useTranslations('deskFigure')
  return (
    <ol reversed className="text-sm">
      {stories.toReversed().map(({ version, history }) => (
        <li key={version.version} className="border-t border-line py-3">
          <p className="font-medium">
            {t('version', { version: version.version })}: {figureTitle(version, wording)}
            <span className="font-normal text-muted"> ({t(`states.${version.state}`)})</span>
          </p>
          {version.reason && <p>{t('reason', { reason: version.reason })}</p>}
          <ol className="mt-1 text-xs text-muted">
            {history
              .filter(({ state }) => state !== 'draft')
              .map(({ state, at, by, comment, field }) => (
                <li key={`${state} ${at}`}>
                  {momentText(wording, at)}: {t(`events.${state}`, { by: by.name })}
                  {comment && comment !== version.reason && <span className="text-ink"> “{comment}”</span>}
                  {field && <code> {field}</code>}
                </li>
              ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
