-- POST of a new persona, as in $PERSONA, under a name of its own.
local file = io.open(os.getenv("PERSONA"))
local before, after = file:read("*a"):match("^(.*)NUMBER(.*)$")
local number = 0
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")
wrk.headers["Content-Type"] = "application/json"

function request()
  number = number + 1
  return wrk.format("POST", "/v1/personas", nil, before .. number .. after)
end
