/* Reports of browsers, with Sentry's keys. */

const REPORTED = '2020-06-17T20:00:00Z';
const EXPIRES = '2020-12-17T20:00:00Z';
const HOST = { hostname: 'shop.example.com', port: 443 };
const CERTIFICATES = { served_certificate_chain: ['A'], validated_certificate_chain: ['B'] };

export const CSP = {
  document_uri: 'https://shop.example.com/',
  violated_directive: 'script-src',
  blocked_uri: 'https://cdn.example.net/x.js',
  effective_directive: 'script-src',
  referrer: 'https://search.example.org/',
  original_policy: "script-src 'self'; report-uri /csp",
  disposition: 'enforce',
  status_code: 200,
  source_file: 'https://shop.example.com/app.js',
  line_number: 17,
  column_number: 4,
  script_sample: 'alert(1)',
};

export const HPKP = {
  date_time: REPORTED,
  ...HOST,
  effective_expiration_date: EXPIRES,
  include_subdomains: false,
  noted_hostname: 'shop.example.com',
  ...CERTIFICATES,
  // Sentry drops the pins.
  known_pins: [null],
};

export const EXPECT_CT = {
  date_time: REPORTED,
  ...HOST,
  scheme: 'https',
  effective_expiration_date: EXPIRES,
  ...CERTIFICATES,
  scts: [{ version: 1, status: 'invalid', source: 'embedded', serialized_sct: 'ABCD==' }],
  failure_mode: 'enforce',
  test_report: false,
};

export const EXPECT_STAPLE = {
  date_time: REPORTED,
  ...HOST,
  effective_expiration_date: EXPIRES,
  response_status: 'MISSING',
  cert_status: 'REVOKED',
  ...CERTIFICATES,
  ocsp_response: 'MIIB',
};
