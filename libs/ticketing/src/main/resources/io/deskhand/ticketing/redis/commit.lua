-- The only script that changes a ticket's owner. All or nothing: everything is checked before the first write (G1 to G5 in docs/handoff.md).
-- KEYS: 1 ticket, 2 log, 3 outcomes of commands, 4… keys of guards and writes
-- ARGV, one after the other (Plan.args):
--   command, revision decided on, the ticket decided on (JSON) or '' for whatever has that revision
--   '' | 'CUT' | 'FINISH', turn, head, text: what becomes of the open draft
--   number of guards, each: kind, number of its key, field, limit, member
--   number of entries, each: head, text, serial or '', 'LEAVE' for the relay to leave it alone or '', 'CUSTOMER' or ''
--   number of values, then the ticket afterwards: field, value, …
--   number of writes, each: command, number of its key, number of arguments, arguments
--   ticket id, epoch, status: for the announcement in the channel that is named last
-- Returns {'OK', rev, first, last} | {'REPEATED', outcome} | {'CONFLICT', ticket as it is (JSON) or '', rev, customerPos} | {'OVER'}
--       | {'GUARD', number of the guard, what it found}
local ticket, log, outcomes = KEYS[1], KEYS[2], KEYS[3]
local at = 0
local function arg()
  at = at + 1
  return ARGV[at]
end

local command, decidedOn, was = arg(), arg(), arg()
local before = redis.call('HGET', outcomes, command)
if before then return {'REPEATED', before} end

local t = redis.call('HMGET', ticket, 'rev', 'json', 'customerPos', 'len', 'draftPos', 'draftTurn')
local rev, json, customerPos, len, draft, draftTurn = t[1] or '0', t[2] or '', t[3] or '0', tonumber(t[4] or '0'), t[5], t[6]
if rev ~= decidedOn or (was ~= '' and was ~= json) then return {'CONFLICT', json, rev, customerPos} end

local seal, finish = arg(), nil
if seal == 'FINISH' then finish = {turn = arg(), head = arg(), text = arg()} end
if finish and draft and tonumber(draftTurn) > tonumber(finish.turn) then return {'OVER'} end

for i = 1, tonumber(arg()) do
  local kind, key, field, limit, member = arg(), KEYS[tonumber(arg())], arg(), tonumber(arg()), arg()
  if kind == 'absent' then
    local found = redis.call('HGET', key, field)
    if found then return {'GUARD', i, found} end
  elseif kind == 'room' then
    local taken = redis.call('SCARD', key)
    if taken >= limit and redis.call('SISMEMBER', key, member) == 0 then return {'GUARD', i, tostring(taken)} end
  else -- here or gone
    local lease = tonumber(redis.call('ZSCORE', key, member) or '0')
    if (lease > limit) ~= (kind == 'here') then return {'GUARD', i, tostring(lease)} end
  end
end

local first, lines = 0, {}
local function line(field, value)
  lines[#lines + 1] = field
  lines[#lines + 1] = value
end
local function append(head, text)
  len = len + 1
  line(len, head)
  line(len .. ':text', text)
  if first == 0 then first = len end
end

-- An open draft is sealed before anything is appended, so that nothing of the bot can stand after a marker (I1).
if draft and seal ~= '' then
  if finish and draftTurn == finish.turn then
    line(draft, finish.head)
    line(draft .. ':text', finish.text)
    line(draft .. ':state', 'FINAL')
    first = tonumber(draft)
    finish = nil
  else
    line(draft .. ':state', 'STOPPED')
  end
  redis.call('HINCRBY', log, draft .. ':seq', 1)
  redis.call('HDEL', ticket, 'draftPos', 'draftTurn')
end
if finish then append(finish.head, finish.text) end
for _ = 1, tonumber(arg()) do
  append(arg(), arg())
  local serial, leave, customer = arg(), arg(), arg()
  if serial ~= '' then line(len .. ':serial', serial) end
  if leave ~= '' then line(len .. ':skip', '1') end
  if customer ~= '' then customerPos = len end
end
if #lines > 0 then redis.call('HSET', log, unpack(lines)) end

local function rest() -- a number of arguments, and these
  local from, to = at + 2, at + 1 + tonumber(ARGV[at + 1])
  at = to
  return unpack(ARGV, from, to)
end
rev = tonumber(rev) + 1
redis.call('HSET', ticket, 'rev', rev, 'len', len, 'customerPos', customerPos, rest())
for _ = 1, tonumber(arg()) do redis.call(arg(), KEYS[tonumber(arg())], rest()) end

redis.call('HSET', outcomes, command, rev .. ':' .. first .. ':' .. len)
local id, epoch, status, channel = arg(), arg(), arg(), arg()
redis.call('PUBLISH', channel, id .. ' ' .. rev .. ' ' .. epoch .. ' ' .. status)
return {'OK', rev, first, len}
