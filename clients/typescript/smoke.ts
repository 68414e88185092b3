// What a TypeScript program does with the generated clients: node smoke.js <persona> <journey> <gapmap> <token>.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import * as gapmap from "../target/typescript/src/gapmap/index.js";
import * as journey from "../target/typescript/src/journey/index.js";
import * as persona from "../target/typescript/src/persona/index.js";

const [personaUrl, journeyUrl, gapmapUrl, accessToken] = process.argv.slice(2);
const settings = (basePath: string | undefined) => ({
  basePath,
  accessToken,
  headers: { Authorization: `Bearer ${accessToken}` },
});

const personas = new persona.PersonasApi(new persona.Configuration(settings(personaUrl)));
const created = await personas.createPersona({
  personaDraft: {
    name: "Commuter",
    needs: [{ statement: "Arrive on time", kind: persona.NeedKind.Functional, importance: 9.5 }],
  },
});
const read = await personas.getPersona({ id: created.id });
assert.deepEqual(read, created);
assert.equal(read.needs[0]?.statement, "Arrive on time");
assert.equal(read.needs[0]?.importance, 9.5);
assert.ok(read.createdAt instanceof Date);
const page = await personas.listPersonas({ limit: 1 });
assert.deepEqual(page.items.map((item) => item.id), [created.id]);

const refused: unknown = await personas.getPersona({ id: randomUUID() }).catch((reason) => reason);
assert.ok(refused instanceof persona.ResponseError);
const problem: persona.Problem = persona.ProblemFromJSON(await refused.response.json());
assert.equal(problem.type, "/problems/not-found");
assert.equal(problem.status, 404);

const journeys = new journey.JourneysApi(new journey.Configuration(settings(journeyUrl)));
const trip = await journeys.createJourney({ journeyDraft: { name: "To work and back", personaId: created.id } });
assert.equal((await journeys.getJourney({ id: trip.id })).name, "To work and back");

const providers = new gapmap.ProvidersApi(new gapmap.Configuration(settings(gapmapUrl)));
const ferry = await providers.createProvider({ providerDraft: { name: "Ferry", kind: gapmap.ProviderKind.Own } });
assert.equal((await providers.getProvider({ id: ferry.id })).kind, gapmap.ProviderKind.Own);
