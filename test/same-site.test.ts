import { expect, it } from 'vitest';
import { sameSite } from '../src/same-site.ts';

const here = 'https://course.example/base/softmax/?a#b';

it('leads to pages of the same site, as a browser reads them', () => {
  expect(sameSite('/base/#x', here)).toBe('https://course.example/base/#x');
  expect(sameSite('../sigmoid/', here)).toBe('https://course.example/base/sigmoid/');
  expect(sameSite('#odds', here)).toBe('https://course.example/base/softmax/?a#odds');
});

it.each([
  '//example.org/x',
  '/\t/example.org/x',
  '/\n/example.org/x',
  '/\r\n\t/example.org/x',
  '\\\\example.org',
  '/\\example.org',
  ' //example.org',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'blob:https://course.example/1',
  'http://course.example/',
  'https://course.example:8443/',
  'https://course.example@example.org/',
  'https://',
])('leads nowhere else: %j', (text) => {
  expect(sameSite(text, here)).toBeUndefined();
});

it('lets no script pass where pages are files and every origin is the same', () => {
  expect(sameSite('javascript:alert(1)', 'file:///course/index.html')).toBeUndefined();
});
