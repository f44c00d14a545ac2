// A mail server for tests. usage: node server.cjs <node_modules> <port> plain|no-utf8|start-tls|small [<key> <certificate>]
// "small" takes mails of 2,000 bytes at most and says so; a key and its certificate are those of start-tls, else nobody vouches.
// What it answers depends on the local part of the recipient:
//   refused*     550 to RCPT            later*       451 to the first RCPT, then accepted
//   unwanted*    554 to DATA            busy*        451 to DATA
//   silent*      no answer to RCPT      full*        552 to DATA
//   cut*         hangs up in the middle of the mail, the first time
//   lost*        takes the mail and hangs up instead of saying so, the first time
//   never*       451 to RCPT, always
// With AUTH, only user "firm" with password "right". It prints one JSON object a line and ends with its standard input.
const fs = require('fs');
const path = require('path');
const { SMTPServer } = require(path.join(process.argv[2], 'smtp-server'));

const seen = new Set();
const say = (event) => process.stdout.write(JSON.stringify(event) + '\n');
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const first = (address) => !seen.has(address) && Boolean(seen.add(address));
const hangUp = (session) => [...server.connections].find((connection) => connection.session.id === session.id)._socket.destroy();
const [key, cert] = process.argv.slice(5).map((file) => fs.readFileSync(file));

const server = new SMTPServer({
  ...(key ? { key, cert } : {}),
  ...(process.argv[4] === 'small' ? { size: 2000 } : {}),
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: process.argv[4] === 'start-tls' ? [] : ['STARTTLS'],
  disableReverseLookup: true,
  hideSMTPUTF8: process.argv[4] === 'no-utf8',
  onConnect: (session, done) => { say({ event: 'connect' }); done(); },
  onAuth: (auth, session, done) => auth.username === 'firm' && auth.password === 'right'
    ? done(null, { user: 'firm' })
    : done(refusal(535, 'Invalid user or password')),
  onRcptTo: ({ address }, session, done) => {
    if (address.startsWith('refused')) return done(refusal(550, 'No such mailbox'));
    if (address.startsWith('silent')) return undefined;
    if (address.startsWith('never') || (address.startsWith('later') && first(address))) return done(refusal(451, 'Come back later'));
    return done();
  },
  onData: (stream, session, done) => {
    const chunks = [];
    const { address } = session.envelope.rcptTo[0];
    const cuts = address.startsWith('cut') && first(address);
    stream.on('data', (chunk) => { chunks.push(chunk); if (cuts) hangUp(session); });
    stream.on('end', () => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      if (cuts) return undefined;
      if (to[0].startsWith('full')) return done(refusal(552, 'Mailbox full'));
      if (to[0].startsWith('unwanted')) return done(refusal(554, 'Content refused'));
      if (to[0].startsWith('busy')) return done(refusal(451, 'Disk full'));
      say({ event: 'mail', to: to[0], raw: Buffer.concat(chunks).toString('base64'), secure: session.secure, user: session.user });
      if (address.startsWith('lost') && first(address)) return hangUp(session);
      return done();
    });
  },
});
server.on('error', () => {});
server.listen(Number(process.argv[3]), '127.0.0.1', () => say({ event: 'listening', port: server.server.address().port }));
process.stdin.resume().on('end', () => process.exit(0));
