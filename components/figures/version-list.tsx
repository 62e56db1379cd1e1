import { useTranslations } from 'next-intl'
import { figureTitle } from '@/components/figures/figure-row'
import type { FigureVersion } from '@/domain/figure/figure-detail'
import { momentText, type Wording } from '@/domain/wording/wording'

/** Every version of a figure, the newest first: what it said, from when until when it was known, how it was approved, and why it gave way. */
export function VersionList({ versions, wording }: { versions: FigureVersion[]; wording: Wording }) {
  const t = useTranslations('figure')
  return (
    <ol reversed className="text-sm">
      {[...versions].reverse().map((version) => (
        <li
          key={`${version.version} ${version.knownFrom}`}
          className="grid gap-x-4 border-t border-line py-2.5 sm:grid-cols-[6rem_1fr]"
        >
          <span className="text-muted">{t('version', { n: version.version })}</span>
          <span>
            <span className="font-medium">{figureTitle(version, wording)}</span>
            {version.knownFrom && (
              <span className="block text-xs text-muted">
                {version.knownTo
                  ? t('knownUntil', {
                      from: momentText(wording, version.knownFrom),
                      until: momentText(wording, version.knownTo),
                    })
                  : t('known', { from: momentText(wording, version.knownFrom) })}
              </span>
            )}
            <span className="block text-xs text-muted">{t(version.bySecondPerson ? 'secondPerson' : 'onePerson')}</span>
            <span className="block text-xs">
              {version.reason ? t('because', { reason: version.reason }) : t('firstVersion')}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}
