-- Whether a command has happened, and the ticket as it is.
-- KEYS: 1 ticket, 2 outcomes of commands
-- ARGV: 1 command
-- Returns {outcome or '', ticket (JSON) or '', rev, customerPos}
local t = redis.call('HMGET', KEYS[1], 'json', 'rev', 'customerPos')
return {redis.call('HGET', KEYS[2], ARGV[1]) or '', t[1] or '', t[2] or '0', t[3] or '0'}
