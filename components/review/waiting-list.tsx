import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { OverdueMark } from '@/components/review/overdue-mark'

/** An entry of the queue in words. */
export interface WaitingLine {
  key: string
  href: string
  title: string
  kind: string
  detail: string
  isOverdue: boolean
  isLookedAt: boolean
}

/** What waits, the longest waiting first; the one that is looked at is marked. */
export function WaitingList({ lines }: { lines: WaitingLine[] }) {
  const t = useTranslations('review')
  return (
    <nav aria-label={t('queue')}>
      <ol className="max-h-64 overflow-y-auto border-b border-line text-sm lg:max-h-[75vh]">
        {lines.map(({ key, href, title, kind, detail, isOverdue, isLookedAt }) => (
          <li key={key} className="border-t border-line">
            <Link
              href={href}
              aria-current={isLookedAt ? 'true' : undefined}
              className={`block border-s-4 px-3 py-2 text-ink no-underline hover:underline ${isLookedAt ? 'border-accent bg-surface' : 'border-transparent'}`}
            >
              <span className="block font-medium">
                <bdi>{title}</bdi>
              </span>
              <span className="block text-xs text-muted">
                {kind} · {detail}
              </span>
              {isOverdue && <OverdueMark />}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
