-- The only script that changes a ticket's owner. All or nothing: everything is checked before the first write (G1 to G5 in docs/handoff.md).
-- KEYS: 1 ticket, 2 log, 3 outcomes of commands, 4… keys of guards and writes
-- ARGV: 1 plan (JSON): {command, rev, epoch, fields, seal?, entries, guards, writes, event}
-- Returns {'OK', rev, first, last} | {'REPEATED', outcome} | {'CONFLICT'} | {'OVER'} | {'GUARD', number of the guard, what it found}
local ticket, log, outcomes = KEYS[1], KEYS[2], KEYS[3]
local plan = cjson.decode(ARGV[1])

local before = redis.call('HGET', outcomes, plan.command)
if before then return {'REPEATED', before} end

local rev = redis.call('HGET', ticket, 'rev') or '0'
if rev ~= plan.rev then return {'CONFLICT'} end

for i, guard in ipairs(plan.guards) do
  local key = KEYS[guard.key]
  if guard.kind == 'absent' then
    local found = redis.call('HGET', key, guard.field)
    if found then return {'GUARD', i, found} end
  elseif guard.kind == 'room' then
    local taken = redis.call('SCARD', key)
    if taken >= tonumber(guard.limit) and redis.call('SISMEMBER', key, guard.member) == 0 then
      return {'GUARD', i, tostring(taken)}
    end
  elseif guard.kind == 'here' or guard.kind == 'gone' then
    local lease = tonumber(redis.call('ZSCORE', key, guard.member) or '0')
    if (lease > tonumber(guard.limit)) ~= (guard.kind == 'here') then return {'GUARD', i, tostring(lease)} end
  end
end

local draft, draftTurn = unpack(redis.call('HMGET', ticket, 'draftPos', 'draftTurn'))
local finish = plan.seal and plan.seal.finish
if finish and draft and tonumber(draftTurn) > tonumber(plan.seal.turn) then return {'OVER'} end

local first = 0
local function append(entry)
  local pos = redis.call('HINCRBY', ticket, 'len', 1)
  redis.call('HSET', log, pos, entry.head, pos .. ':text', entry.text)
  if entry.serial then redis.call('HSET', log, pos .. ':serial', entry.serial) end
  if entry.skip then redis.call('HSET', log, pos .. ':skip', '1') end -- the relay leaves it alone
  if entry.customer then redis.call('HSET', ticket, 'customerPos', pos) end
  if first == 0 then first = pos end
end

-- An open draft is sealed before anything is appended, so that nothing of the bot can stand after a marker (I1).
if draft and plan.seal then
  if finish and draftTurn == plan.seal.turn then
    redis.call('HSET', log, draft, finish.head, draft .. ':text', finish.text, draft .. ':state', 'FINAL')
    first = tonumber(draft)
    finish = nil
  else
    redis.call('HSET', log, draft .. ':state', 'STOPPED')
  end
  redis.call('HINCRBY', log, draft .. ':seq', 1)
  redis.call('HDEL', ticket, 'draftPos', 'draftTurn')
end
if finish then append(finish) end
for _, entry in ipairs(plan.entries) do append(entry) end

local newRev = redis.call('HINCRBY', ticket, 'rev', 1)
redis.call('HSET', ticket, unpack(plan.fields))
for _, write in ipairs(plan.writes) do
  redis.call(write.call, KEYS[write.key], unpack(write.args))
end

local last = tonumber(redis.call('HGET', ticket, 'len') or '0')
local outcome = newRev .. ':' .. first .. ':' .. last
redis.call('HSET', outcomes, plan.command, outcome)
redis.call('PUBLISH', plan.event.channel, plan.event.ticket .. ' ' .. newRev .. ' ' .. plan.event.epoch .. ' ' .. plan.event.status)
return {'OK', newRev, first, last}
