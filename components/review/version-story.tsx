import { useTranslations } from 'next-intl'
import type { Figure } from '@/domain/figure/figure'
import { momentText, type Wording } from '@/domain/wording/wording'
import type { Story } from '@/domain/workflow/waiting'

interface StoriedVersion {
  version: number
  state: Figure['state']
  /** Disputes keep none. */
  reason?: string | null
}

const reasonOf = ({ reason }: StoriedVersion) => reason ?? null

/** Every version, the newest first, with the names of whoever did what: for people of the desk alone. */
export function VersionStory<Content extends StoriedVersion>({
  stories,
  titleOf,
  wording,
}: {
  stories: readonly Story<Content>[]
  /** A version in words. */
  titleOf: (version: Content) => string
  wording: Wording
}) {
  const t = useTranslations('deskFigure')
  return (
    <ol reversed className="text-sm">
      {stories.toReversed().map(({ version, history }) => (
        <li key={version.version} className="border-t border-line py-3">
          <p className="font-medium">
            {t('version', { version: version.version })}: <bdi>{titleOf(version)}</bdi>
            <span className="font-normal text-muted"> ({t(`states.${version.state}`)})</span>
          </p>
          {reasonOf(version) && <p>{t('reason', { reason: reasonOf(version) ?? '' })}</p>}
          <ol className="mt-1 text-xs text-muted">
            {history
              .filter(({ state }) => state !== 'draft')
              .map(({ state, at, by, comment, field }) => (
                <li key={`${state} ${at}`}>
                  {momentText(wording, at)}: {t(`events.${state}`, { by: by.name })}
                  {comment && comment !== reasonOf(version) && (
                    <>
                      {' '}
                      <q dir="auto" className="text-ink">
                        {comment}
                      </q>
                    </>
                  )}
                  {field && <code> {field}</code>}
                </li>
              ))}
          </ol>
        </li>
      ))}
    </ol>
  )
}
