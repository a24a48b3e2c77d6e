-- One publisher a ticket, strictly in log order. Takes the publishing right, or reports what was published, and says what to publish next (G6 to G8 in docs/handoff.md).
-- KEYS: 1 ticket, 2 log, 3 tickets with something to publish
-- ARGV: 1 holder, 2 now (ms), 3 how long the right lasts (ms), 4 ticket id, 5 'take' | 'done', and with 'done': 6 pos, 7 seq in the room, 8 serial, 9 repair
-- Returns {'PUBLISH', pos, head, text, state, seq, serial or '', repair or ''} | {'NOTHING'} (the right is given back) | {'BUSY'} | {'LOST'}
local ticket, log = KEYS[1], KEYS[2]
local holder, now, lasts, step = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[5]

local t = redis.call('HMGET', ticket, 'rev', 'relay', 'relayUntil', 'published', 'publishedSeq', 'len', 'repair')
local right, rightUntil, repair = t[2], tonumber(t[3] or '0'), t[7]
local published, publishedSeq, len = tonumber(t[4] or '0'), tonumber(t[5] or '0'), tonumber(t[6] or '0')
if not t[1] then return {'NOTHING'} end

if step == 'take' then
  if right and right ~= holder and now < rightUntil then return {'BUSY'} end
else
  local pos, seq, serial = tonumber(ARGV[6]), tonumber(ARGV[7]), ARGV[8]
  redis.call('HSETNX', log, pos .. ':serial', serial)
  if right ~= holder then
    -- A publisher that slept longer than its right. Its late update may have overwritten a newer text in the room: that entry is published once more.
    redis.call('HSET', ticket, 'repair', pos .. ':' .. redis.call('HINCRBY', ticket, 'repairs', 1))
    redis.call('ZADD', KEYS[3], now, ARGV[4])
    return {'LOST'}
  end
  if repair and repair == ARGV[9] then
    redis.call('HDEL', ticket, 'repair')
    repair = nil
  end
  if pos == published + 1 then publishedSeq = math.max(publishedSeq, seq) end
end

local function read(pos)
  return redis.call('HMGET', log, pos, pos .. ':text', pos .. ':state', pos .. ':seq', pos .. ':serial', pos .. ':skip')
end
local function publish(pos, entry, mark)
  redis.call('HSET', ticket, 'relay', holder, 'relayUntil', now + lasts, 'published', published, 'publishedSeq', publishedSeq)
  return {'PUBLISH', pos, entry[1], entry[2], entry[3] or 'FINAL', tonumber(entry[4] or '1'), entry[5] or '', mark}
end

if repair then
  local pos = tonumber(string.match(repair, '^%d+'))
  if pos <= published then return publish(pos, read(pos), repair) end
  publishedSeq = 0 -- the entry in progress: publish it again, however far it had come
end
while published < len do
  local pos = published + 1
  local entry = read(pos)
  if not entry[6] and publishedSeq < tonumber(entry[4] or '1') then return publish(pos, entry, repair or '') end
  if entry[3] == 'STREAMING' then break end -- shown as far as it goes: its next text, or its seal, wakes the relay again
  published, publishedSeq = pos, 0
end
redis.call('HSET', ticket, 'published', published, 'publishedSeq', publishedSeq)
redis.call('HDEL', ticket, 'relay', 'relayUntil')
redis.call('ZREM', KEYS[3], ARGV[4])
return {'NOTHING'}
