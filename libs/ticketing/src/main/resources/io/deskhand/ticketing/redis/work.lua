-- The leases of one side: the pending entries of the stream's one consumer group (G11 in docs/handoff.md).
-- KEYS: 1 stream
-- ARGV: 'take', holder, lease (ms), most | 'keep', holder, ids… | 'finish', '', ids… | 'release', lease (ms), ids…
-- Returns with 'take': rows {id, ticket, serving epoch}
local stream, step = KEYS[1], ARGV[1]
local group = 'side'
if redis.call('EXISTS', stream) == 0 or #redis.call('XINFO', 'GROUPS', stream) == 0 then
  redis.call('XGROUP', 'CREATE', stream, group, '0', 'MKSTREAM')
end

local function ids()
  local list = {}
  for i = 3, #ARGV do list[#list + 1] = ARGV[i] end
  return list
end

if step == 'take' then
  local holder, lease, most = ARGV[2], ARGV[3], tonumber(ARGV[4])
  local rows = {}
  local function add(entries)
    for _, entry in ipairs(entries) do
      -- XAUTOCLAIM reports an entry that has been deleted as nil; such an entry is over
      if entry and entry[2] then rows[#rows + 1] = {entry[1], entry[2][2], entry[2][4]} end
    end
  end
  local fresh = redis.call('XREADGROUP', 'GROUP', group, holder, 'COUNT', most, 'STREAMS', stream, '>')
  if fresh then add(fresh[1][2]) end
  local from = '0-0'
  while #rows < most do
    local claimed = redis.call('XAUTOCLAIM', stream, group, holder, lease, from, 'COUNT', most - #rows)
    add(claimed[2])
    from = claimed[1]
    if from == '0-0' then break end
  end
  return rows
end

if step == 'keep' then
  -- Only what still is this holder's: an item taken over meanwhile stays with its new holder.
  local mine = {}
  for _, id in ipairs(ids()) do
    local pending = redis.call('XPENDING', stream, group, id, id, 1, ARGV[2])
    if #pending > 0 then mine[#mine + 1] = id end
  end
  if #mine > 0 then
    mine[#mine + 1] = 'JUSTID'
    redis.call('XCLAIM', stream, group, ARGV[2], '0', unpack(mine))
    mine[#mine] = nil
  end
  return mine
end

if step == 'finish' then
  redis.call('XACK', stream, group, unpack(ids()))
  redis.call('XDEL', stream, unpack(ids()))
elseif step == 'release' then
  for _, id in ipairs(ids()) do
    redis.call('XCLAIM', stream, group, 'released', '0', id, 'IDLE', ARGV[2], 'JUSTID')
  end
end
return {}
