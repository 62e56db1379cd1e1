'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Instant } from '@/domain/time/instant'

const minute = 60_000

/** How long it is to a moment, to the minute. Begins with the server's `now`, so that both say the same at first. */
export function Countdown({ until, now }: { until: Instant; now: Instant }) {
  const t = useTranslations('sitrepDesk.clock')
  const [left, setLeft] = useState(() => Date.parse(until) - Date.parse(now))
  useEffect(() => {
    const skew = Date.parse(now) - Date.now()
    const timer = setInterval(() => setLeft(Date.parse(until) - Date.now() - skew), minute / 4)
    return () => clearInterval(timer)
  }, [until, now])
  const minutes = Math.max(0, Math.ceil(left / minute))
  return <span>{left <= 0 ? t('passed') : t('left', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })}</span>
}
