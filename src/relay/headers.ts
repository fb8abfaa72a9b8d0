/** What the app's pages may load and do: their own files, and nothing from anywhere else. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const unusedFeatures = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'display-capture', 'midi']

/** The headers every answer carries, refusals included. */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': contentPolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': unusedFeatures.map((feature) => `${feature}=()`).join(', '),
  // The address of a page can hold the key of a project.
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}
