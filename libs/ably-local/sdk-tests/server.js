// Starts one server process for all tests; the module must be compiled (./mvnw -pl libs/ably-local compile).
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const module = dirname(dirname(fileURLToPath(import.meta.url)));
const root = join(module, '..', '..');
const classpathFile = join(module, 'target', 'classpath.txt');

function java() {
  const homes = [process.env.JAVA_HOME, ...installed('/usr/lib/jvm')].filter(Boolean);
  const home = homes.find((h) => existsSync(join(h, 'bin', 'java')) && majorOf(h) >= 21);
  return home ? join(home, 'bin', 'java') : 'java';
}

function installed(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}

function majorOf(home) {
  const release = join(home, 'release');
  const match = existsSync(release) && /JAVA_VERSION="(\d+)/.exec(readFileSync(release, 'utf8'));
  return match ? Number(match[1]) : 0;
}

function classpath() {
  if (!existsSync(classpathFile)) {
    execFileSync(
      join(root, 'mvnw'),
      ['-q', '-B', '-pl', 'libs/ably-local', 'dependency:build-classpath', '-DincludeScope=runtime', `-Dmdep.outputFile=${classpathFile}`],
      { cwd: root, stdio: 'inherit' },
    );
  }
  return [join(module, 'target', 'classes'), readFileSync(classpathFile, 'utf8').trim()].join(':');
}

export default async function setup(project) {
  const server = spawn(
    java(),
    ['-Xmx512m', '-cp', classpath(), 'io.deskhand.ably.local.Main', '--port', '0', '--faults'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const port = await new Promise((resolve, reject) => {
    let text = '';
    server.stdout.on('data', (chunk) => {
      text += chunk;
      const match = /127\.0\.0\.1:(\d+)/.exec(text);
      if (match) resolve(Number(match[1]));
    });
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${text}`)));
  });
  project.provide('port', port);
  return () => {
    server.removeAllListeners('exit');
    server.kill();
  };
}
