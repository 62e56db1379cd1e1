import { isSignedIn } from '@/app/_pages/is-signed-in'
import { NotFoundText } from '@/app/_pages/not-found-text'
import { SiteHeader } from '@/components/site/site-header'

/** No such page or crisis. */
export default async function NotFound() {
  return (
    <>
      <SiteHeader crisis={null} isSignedIn={await isSignedIn()} />
      <main id="content" className="mx-auto max-w-page px-4 md:px-8">
        <NotFoundText />
      </main>
    </>
  )
}
