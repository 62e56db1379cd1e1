import { buttonClass } from '@/components/ui/button'

/** One button that does what a mailed link is for. Opening the link does nothing by itself: programs that look into mails open links too. */
export function TokenForm({ action, token, submit }: { action: string; token: string; submit: string }) {
  return (
    <form method="post" action={action}>
      <input type="hidden" name="token" value={token} />
      <button type="submit" className={`${buttonClass('primary')} min-h-11`}>
        {submit}
      </button>
    </form>
  )
}
