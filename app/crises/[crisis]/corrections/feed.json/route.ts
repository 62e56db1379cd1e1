import { correctionsFeed } from '@/app/_pages/corrections-feed'
import { writeJsonFeed } from '@/formats/feed/write-json-feed'

export const GET = correctionsFeed({ file: 'feed.json', type: 'application/feed+json', write: writeJsonFeed })
