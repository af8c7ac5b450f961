/** The tests of certificates at their full size: readings of a rule, rules certified, and certificates tampered with. */
import { execFileSync } from 'node:child_process';

const SIZES = {
  CERTIFICATE_READINGS: '9000',
  CERTIFICATE_RULES: '3500',
  CERTIFICATE_MUTATIONS: '6480',
  CERTIFICATE_WALKS: '2000',
  CERTIFICATE_ARCS: '500',
  CERTIFICATE_PLANS: '600',
  CERTIFICATE_FALSE: '200',
  CERTIFICATE_FIELDS: '12000',
};

execFileSync('npx', ['vitest', 'run', 'test/certificate', 'test/cli/certificates.test.ts', '--silent=false'], {
  stdio: 'inherit',
  env: { ...SIZES, ...process.env },
});
