import { describe, expect, it } from '@jest/globals';
import { Environment } from '../../src/config/environment.js';
import { readFile } from '../support/pages.js';

/** Reads a file without its comments, and with each run of white space as one space. */
const said = (file: string): string =>
  readFile(file)
    .replaceAll(/(?:^|\s)#.*$/gm, '')
    .replaceAll(/\s+/g, ' ');

const numberOf = (text: string, name: string): number => Number(new RegExp(`${name}: (\\d+)`).exec(text)?.[1]);

const { UPSTREAM_DEADLINE_MS: deadlineMs } = new Environment();
/** What ShutdownService adds to the deadline of a request, to price and to send it. */
const SENDING_S = 5;

describe('docs/operations/kubernetes.yml', () => {
  const manifest = said('docs/operations/kubernetes.yml');
  const documents = manifest.split('--- ');

  it('has what serves, what keeps it available, and what backs the ledger up', () => {
    expect(documents.map((document) => /kind: (\w+)/.exec(document)?.[1])).toEqual([
      'Deployment',
      'Service',
      'PodDisruptionBudget',
      'NetworkPolicy',
      'CronJob',
      'PersistentVolumeClaim',
      'NetworkPolicy',
    ]);
  });

  it.each([
    'automountServiceAccountToken: false',
    'runAsNonRoot: true',
    'seccompProfile: type: RuntimeDefault',
    'allowPrivilegeEscalation: false',
    'readOnlyRootFilesystem: true',
    'capabilities: drop: [ALL]',
    'requests: cpu: 250m memory: 256Mi',
    "limits: cpu: '2' memory: 1Gi",
    'policyTypes: [Ingress, Egress]',
    'name: API_KEYS valueFrom: secretKeyRef:',
    'name: LEDGER_URL valueFrom: secretKeyRef:',
    'name: LEDGER_KEY valueFrom: secretKeyRef:',
    'pg_dump --format=custom',
  ])('says %p', (promise) => {
    expect(manifest).toContain(promise);
  });

  it('probes liveness for restarts, which does not ask the upstream, and readiness for traffic', () => {
    expect(manifest).toMatch(/startupProbe: httpGet: \{ path: \/health\/live, port: http \}/);
    expect(manifest).toMatch(/livenessProbe: httpGet: \{ path: \/health\/live, port: http \}/);
    expect(manifest).toMatch(/readinessProbe: httpGet: \{ path: \/health\/ready, port: http \}/);
  });

  it('waits longer for a replica to stop than a request can take', () => {
    const configuredMs = Number(/UPSTREAM_DEADLINE_MS value: '(\d+)'/.exec(manifest)?.[1]);
    expect(configuredMs).toBe(deadlineMs);
    const longest = numberOf(manifest, 'seconds') + configuredMs / 1000 + SENDING_S;
    expect(numberOf(manifest, 'terminationGracePeriodSeconds')).toBeGreaterThan(longest);
  });

  it('can reach no private address except its own namespaces', () => {
    expect(manifest).toContain(
      'cidr: 0.0.0.0/0 except: [10.0.0.0/8, 100.64.0.0/10, 127.0.0.0/8, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16]',
    );
  });
});

describe('docker-compose.yml', () => {
  const compose = said('docker-compose.yml').split(' test: ')[0] ?? '';

  it.each([
    'read_only: true',
    'cap_drop: [ALL]',
    'security_opt: - no-new-privileges:true',
    'mem_limit: 1g',
    'cpus: 2',
    'pids_limit: 100',
  ])('says %p of the service', (promise) => {
    expect(compose).toContain(promise);
  });

  it('waits longer for the service to stop than a request can take', () => {
    expect(numberOf(compose, 'stop_grace_period')).toBeGreaterThan(deadlineMs / 1000 + SENDING_S);
  });
});

describe('the replicas of docker-compose.yml', () => {
  const [, replicas = ''] = said('docker-compose.yml').split(' replica-1: ');

  it('are two of the service, with one ledger, behind a proxy', () => {
    expect(replicas).toContain('<<: *service profiles: [replicas]');
    expect(replicas).toContain('LEDGER_URL: postgres://ledger:${POSTGRES_PASSWORD:-}@postgres:5432/ledger');
    expect(replicas).toContain('replica-2: *replica');
    const proxy = said('docs/operations/haproxy.cfg');
    for (const name of ['replica-1', 'replica-2']) expect(proxy).toContain(`server ${name} ${name}:8000`);
  });

  it('are repeated for by the proxy only where a request changes nothing', () => {
    expect(said('docs/operations/haproxy.cfg')).toContain('http-request disable-l7-retry unless METH_GET');
  });
});

describe('Dockerfile', () => {
  const service = readFile('Dockerfile').split(' AS service\n')[1] ?? '';

  it('builds and runs on one exact version of Node, which CI has as well', () => {
    const images = readFile('Dockerfile').match(/(?<=^FROM node:)\S+/gm);
    expect(new Set(images)).toEqual(new Set([expect.stringMatching(/^\d+\.\d+\.\d+-slim$/)]));
    expect(readFile('.github/workflows/ci.yml')).toContain(`node-version: ${images?.[0]?.replace('-slim', '')}\n`);
  });

  it('runs as a user without privileges', () => {
    expect(service).toMatch(/^USER node$/m);
  });

  it('needs no shell: the command and the health check are lists', () => {
    const commands = service.match(/^\s*CMD .*$/gm)?.map((command) => command.trim().slice('CMD '.length)) ?? [];
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(JSON.parse(command)).toEqual(expect.arrayContaining(['node']));
  });

  it('starts the service as `npm start` does', () => {
    const { scripts } = JSON.parse(readFile('package.json')) as { scripts: { start: string } };
    expect(JSON.parse(service.trim().split('CMD ').at(-1) ?? '')).toEqual(scripts.start.split(' '));
  });

  it('ships no package manager', () => {
    expect(service).toMatch(/rm -rf .*\/usr\/local\/lib\/node_modules .*\/npm .*\/npx /);
  });
});

describe('.github/workflows/ci.yml', () => {
  const workflow = readFile('.github/workflows/ci.yml');

  it('pins every action to a commit, and says which version that is', () => {
    const uses = workflow.match(/uses: .*/g) ?? [];
    expect(uses).not.toEqual([]);
    expect(uses.filter((use) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(use))).toEqual([]);
  });

  it('may only read the code', () => {
    expect(workflow.match(/permissions:\n( +.*\n)+/g)).toEqual(['permissions:\n  contents: read\n']);
    const checkouts = workflow.match(/actions\/checkout@.*\n +with:\n +persist-credentials: false\n/g);
    expect(checkouts).toHaveLength(workflow.split('actions/checkout@').length - 1);
  });

  it('fails on known weaknesses and keeps an SBOM of what is shipped', () => {
    expect(workflow).toContain('run: npm audit --audit-level=high\n');
    expect(workflow).toMatch(/run: npm sbom --sbom-format cyclonedx .*> sbom\.cdx\.json\n/);
    expect(workflow).toMatch(/upload-artifact@.*\n +with:\n +name: sbom\n +path: sbom\.cdx\.json\n/);
  });
});

describe('package-lock.json', () => {
  const { packages } = JSON.parse(readFile('package-lock.json')) as {
    packages: Record<string, { readonly integrity?: string; readonly dev?: boolean; readonly optional?: boolean }>;
  };
  const withoutHash = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);

  it('has the hash of every package that is shipped', () => {
    expect(withoutHash.filter(([, { dev }]) => !dev)).toEqual([]);
  });

  it('lacks it only for optional packages of development tools', () => {
    expect(withoutHash.filter(([, { optional }]) => !optional)).toEqual([]);
  });
});
