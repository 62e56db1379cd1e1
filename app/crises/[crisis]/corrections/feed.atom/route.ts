import { correctionsFeed } from '@/app/_pages/corrections-feed'
import { writeAtom } from '@/formats/feed/write-atom'

export const GET = correctionsFeed({ file: 'feed.atom', type: 'application/atom+xml', write: writeAtom })
