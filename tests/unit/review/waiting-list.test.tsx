import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { type WaitingLine, WaitingList } from '@/components/review/waiting-list'
import messages from '@/messages/en.json'

const line: WaitingLine = {
  key: 'withdrawal:a:1',
  href: '/admin/review?item=withdrawal:a:1',
  title: '12 killed',
  kind: 'Withdrawal to confirm',
  detail: 'Withdrawn by Ani',
  isOverdue: false,
  isLookedAt: false,
}
const show = (isOverdue: boolean) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" messages={messages} timeZone="UTC">
      <WaitingList lines={[{ ...line, isOverdue }]} />
    </NextIntlClientProvider>,
  )

it('marks a withdrawal that is overdue, and no other', () => {
  expect(show(true)).toContain('Overdue: nobody confirmed it within a day')
  expect(show(false)).not.toContain('Overdue')
})
