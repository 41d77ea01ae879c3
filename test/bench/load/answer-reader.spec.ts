import { expect, it } from '@jest/globals';
import { AnswerReader } from './answer-reader.js';

it.each<{ behaviour: string; pieces: string[] }>`
  behaviour                    | pieces
  ${'in one piece'}            | ${['HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nbody']}
  ${'with its body after'}     | ${['HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n', 'body']}
  ${'with its body in pieces'} | ${['HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nb', 'od', 'y']}
`('ends with the last byte of an answer $behaviour, time after time', ({ pieces }) => {
  const reader = new AnswerReader();
  const ends = pieces.map((_, index) => index === pieces.length - 1);
  for (let answer = 0; answer < 2; answer += 1) {
    expect(pieces.map((piece) => reader.endsWith(Buffer.from(piece)))).toEqual(ends);
  }
});

it.each<{ behaviour: string; piece: string }>`
  behaviour                   | piece
  ${'another status'}         | ${'HTTP/1.1 500 Internal Server Error\r\nContent-Length: 2\r\n\r\n{}'}
  ${'no length'}              | ${'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'}
  ${'more than it should be'} | ${'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nbody'}
  ${'half a head'}            | ${'HTTP/1.1 200 OK\r\nContent-'}
`('refuses $behaviour', ({ piece }) => {
  expect(() => new AnswerReader().endsWith(Buffer.from(piece))).toThrow('not one 200 with a Content-Length');
});
