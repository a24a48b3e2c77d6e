import { readFileSync, writeFileSync, rmSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { afterAll, expect, inject, test } from 'vitest';

/** The JavaScript in README.md, copied as it stands but for the port. Its Java is run by ReadmeTest. */
const blocks = [...readFileSync('../README.md', 'utf8').matchAll(/```js\n(.*?)```/gs)].map((match) => match[1]);
const files = [];
afterAll(() => files.forEach((file) => rmSync(file)));

/** The first line that a program prints. */
function firstLine(name, program) {
  files.push(name);
  writeFileSync(name, program.replaceAll('8082', String(inject('port'))));
  const node = spawn(process.execPath, [name], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    node.stdout.once('data', (chunk) => {
      node.kill();
      resolve(String(chunk).trim());
    });
    node.once('exit', (code) => code && reject(new Error(`ended with ${code}`)));
  });
}

test('the program with ably-js prints what it says', async () => {
  expect(await firstLine('.readme-realtime.mjs', blocks[0])).toBe("hello { from: 'ably-js' }");
});

test('the lines for @ably/chat work behind the first two', async () => {
  const firstTwo = blocks[0].split('\n').slice(0, 2).join('\n');
  expect(await firstLine('.readme-chat.mjs', `${firstTwo}\n${blocks[1]}`)).toBe('me: hello from @ably/chat');
});
