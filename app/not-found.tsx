import { NotFoundText } from '@/app/_pages/not-found-text'
import { SiteHeader } from '@/components/site/site-header'

/** No such page or crisis. */
export default function NotFound() {
  return (
    <>
      <SiteHeader crisis={null} />
      <main id="content" className="mx-auto max-w-page px-4 md:px-8">
        <NotFoundText />
      </main>
    </>
  )
}
