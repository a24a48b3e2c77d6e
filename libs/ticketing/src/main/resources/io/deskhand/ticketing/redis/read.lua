-- The same fields of many tickets.
-- KEYS: tickets
-- ARGV: fields
-- Returns a row for each ticket, in order; a row of a ticket that does not exist has no values
local rows = {}
for i, ticket in ipairs(KEYS) do rows[i] = redis.call('HMGET', ticket, unpack(ARGV)) end
return rows
