import createNextIntlPlugin from 'next-intl/plugin'

/** Sent with every answer. The content security policy, which carries a nonce, is set in proxy.ts for pages. */
const securityHeaders = [
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

/** What programs are answered holds no page: nothing in it is ever run. Set here, since a nonce for each answer costs more than the answer. */
const apiPolicy =
  "default-src 'self'; script-src 'none'; style-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The image optimizer is a server of other people's addresses; pictures here are SVG and PNG of our own making.
  images: { unoptimized: true },
  // Native binaries and packages that find their files beside themselves must not be bundled.
  serverExternalPackages: [
    '@mozilla/readability',
    '@myriaddreamin/typst-ts-node-compiler',
    '@resvg/resvg-js',
    'linkedom',
    'pdfjs-dist',
    'postgres',
  ],
  // `npm run types` checks the whole project, tests included; whoever builds a release need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  // The title stands in the head of the first answer, for readers without JavaScript too.
  htmlLimitedBots: /.*/,
  headers: async () => [
    { source: '/:path*', headers: securityHeaders },
    { source: '/api/:path*', headers: [{ key: 'Content-Security-Policy', value: apiPolicy }] },
  ],
}

export default createNextIntlPlugin('./app/_i18n/request.ts')(config)
