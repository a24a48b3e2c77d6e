-- The bot's streaming fast path: the text so far of the answer to one turn, refused unless the bot still owns the ticket at this epoch (I1, I2; G1, G2 in docs/handoff.md).
-- KEYS: 1 ticket, 2 log, 3 tickets with something to publish
-- ARGV: 1 epoch, 2 turn, 3 text so far, 4 head of the entry (JSON), used by the first call of a turn, 5 ticket id, 6 now (ms)
-- Returns {'SHOWN', pos, seq} | {'FENCED', epoch, status} | {'HELD'} (a colleague must speak first, G19) | {'OVER'}
local ticket, log = KEYS[1], KEYS[2]
local epoch, turn, text, head = ARGV[1], tonumber(ARGV[2]), ARGV[3], ARGV[4]

local t = redis.call('HMGET', ticket, 'epoch', 'status', 'answered', 'draftPos', 'draftTurn', 'hold')
if t[1] ~= epoch or t[2] ~= 'BOT' then return {'FENCED', t[1] or '0', t[2] or ''} end
if t[6] == '1' then return {'HELD'} end
if turn <= tonumber(t[3] or '0') then return {'OVER'} end

local pos, drafted = t[4], tonumber(t[5] or '0')
if pos and drafted > turn then return {'OVER'} end
if pos and drafted < turn then
  redis.call('HSET', log, pos .. ':state', 'STOPPED')
  redis.call('HINCRBY', log, pos .. ':seq', 1)
  pos = false
end
redis.call('ZADD', KEYS[3], ARGV[6], ARGV[5])
if not pos then
  pos = redis.call('HINCRBY', ticket, 'len', 1)
  redis.call('HSET', ticket, 'draftPos', pos, 'draftTurn', turn)
  redis.call('HSET', log, pos, head, pos .. ':text', text, pos .. ':state', 'STREAMING', pos .. ':seq', 1)
  return {'SHOWN', tonumber(pos), 1}
end
redis.call('HSET', log, pos .. ':text', text)
return {'SHOWN', tonumber(pos), redis.call('HINCRBY', log, pos .. ':seq', 1)}
