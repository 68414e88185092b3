-- GET of one of the personas whose ids are in $IDS, a line each.
local paths = {}
for id in io.lines(os.getenv("IDS")) do
  paths[#paths + 1] = "/v1/personas/" .. id
end
wrk.headers["Authorization"] = "Bearer " .. os.getenv("TOKEN")

function request()
  return wrk.format("GET", paths[math.random(#paths)])
end
