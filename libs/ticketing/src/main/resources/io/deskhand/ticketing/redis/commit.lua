-- The only script that changes a ticket's owner. All or nothing: everything is checked before the first write (G1 to G5 in docs/handoff.md).
-- KEYS: 1 ticket, 2 log, 3 outcomes of commands, 4… keys of guards and writes
-- ARGV: 1 plan (JSON): {command, rev, seal?, entries, guards, writes, event}, 2 the ticket that was decided on (JSON), or '' for whatever has that revision,
--       3… fields of the ticket afterwards
-- Returns {'OK', rev, first, last} | {'REPEATED', outcome} | {'CONFLICT', ticket as it is (JSON) or '', rev, customerPos} | {'OVER'}
--       | {'GUARD', number of the guard, what it found}
local ticket, log, outcomes = KEYS[1], KEYS[2], KEYS[3]
local plan = cjson.decode(ARGV[1])

local before = redis.call('HGET', outcomes, plan.command)
if before then return {'REPEATED', before} end

local t = redis.call('HMGET', ticket, 'rev', 'json', 'customerPos', 'len', 'draftPos', 'draftTurn')
local rev, json, customerPos, len, draft, draftTurn = t[1] or '0', t[2] or '', t[3] or '0', tonumber(t[4] or '0'), t[5], t[6]
if rev ~= plan.rev or (ARGV[2] ~= '' and json ~= ARGV[2]) then return {'CONFLICT', json, rev, customerPos} end

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

local finish = plan.seal and plan.seal.finish
if finish and draft and tonumber(draftTurn) > tonumber(plan.seal.turn) then return {'OVER'} end

local first, lines = 0, {}
local function line(field, value)
  lines[#lines + 1] = field
  lines[#lines + 1] = value
end
local function append(entry)
  len = len + 1
  line(len, entry.head)
  line(len .. ':text', entry.text)
  if entry.serial then line(len .. ':serial', entry.serial) end
  if entry.skip then line(len .. ':skip', '1') end -- the relay leaves it alone
  if entry.customer then customerPos = len end
  if first == 0 then first = len end
end

-- An open draft is sealed before anything is appended, so that nothing of the bot can stand after a marker (I1).
if draft and plan.seal then
  if finish and draftTurn == plan.seal.turn then
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
if finish then append(finish) end
for _, entry in ipairs(plan.entries) do append(entry) end

rev = tonumber(rev) + 1
if #lines > 0 then redis.call('HSET', log, unpack(lines)) end
redis.call('HSET', ticket, 'rev', rev, 'len', len, 'customerPos', customerPos, unpack(ARGV, 3))
for _, write in ipairs(plan.writes) do
  redis.call(write.call, KEYS[write.key], unpack(write.args))
end
redis.call('HSET', outcomes, plan.command, rev .. ':' .. first .. ':' .. len)
redis.call('PUBLISH', plan.event.channel, plan.event.ticket .. ' ' .. rev .. ' ' .. plan.event.epoch .. ' ' .. plan.event.status)
return {'OK', rev, first, len}
