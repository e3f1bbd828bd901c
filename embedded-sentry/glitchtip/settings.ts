/** `GET /api/settings/`, public; contains the server's version. */
export const SETTINGS = {
  socialApps: [],
  billingEnabled: false,
  iPaidForGlitchTip: false,
  enableUserRegistration: true,
  enableSocialAppsUserRegistration: true,
  enableOrganizationCreation: true,
  stripePublicKey: null,
  plausibleUrl: null,
  plausibleDomain: null,
  chatwootWebsiteToken: null,
  sentryDSN: null,
  sentryTracesSampleRate: 0.01,
  environment: null,
  version: '5.2.1',
  serverTimeZone: 'UTC',
  glitchtipInstanceName: null,
};
