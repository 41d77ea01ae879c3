import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

/** The limit of the machine and of Node: a server that does nothing but send a ready buffer, whatever it is asked. */

const { BODY_FILE = '', PORT, HOST } = process.env;
const body = readFileSync(BODY_FILE);

createServer((_request, response) => {
  response
    .writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': body.length })
    .end(body);
}).listen(Number(PORT), HOST);
