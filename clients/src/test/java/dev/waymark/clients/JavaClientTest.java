package dev.waymark.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.waymark.acceptance.Product;
import dev.waymark.client.gapmap.api.ProvidersApi;
import dev.waymark.client.gapmap.model.ProviderDraft;
import dev.waymark.client.gapmap.model.ProviderKind;
import dev.waymark.client.journey.api.JourneysApi;
import dev.waymark.client.journey.model.JourneyDraft;
import dev.waymark.client.persona.ApiClient;
import dev.waymark.client.persona.ApiException;
import dev.waymark.client.persona.api.PersonasApi;
import dev.waymark.client.persona.api.PersonasApi.APICreatePersonaRequest;
import dev.waymark.client.persona.api.PersonasApi.APIGetPersonaRequest;
import dev.waymark.client.persona.api.PersonasApi.APIListPersonasRequest;
import dev.waymark.client.persona.model.NeedDraft;
import dev.waymark.client.persona.model.NeedKind;
import dev.waymark.client.persona.model.PersonaDraft;
import dev.waymark.client.persona.model.Problem;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a Java program does with the clients generated from our documents, against the running product. */
@ExtendWith(Product.class)
class JavaClientTest {

    private final Product product = Product.running();
    private final Consumer<HttpRequest.Builder> asEditor;
    private final ApiClient client = new ApiClient();
    private final PersonasApi personas;

    JavaClientTest() {
        var token = product.runForOutput(
                        "./waymark", "token", "--workspace", "java-" + UUID.randomUUID(), "--role", "editor")
                .output()
                .strip();
        asEditor = request -> request.header("Authorization", "Bearer " + token);
        client.updateBaseUri(product.url("persona"));
        client.setRequestInterceptor(asEditor);
        personas = new PersonasApi(client);
    }

    @Test
    void aPersonaIsCreatedReadAndListed() throws ApiException {
        var draft = new PersonaDraft()
                .name("Commuter")
                .needs(List.of(new NeedDraft()
                        .statement("Arrive on time")
                        .kind(NeedKind.FUNCTIONAL)
                        .importance(9.5)));

        var created = personas.createPersona(
                APICreatePersonaRequest.newBuilder().personaDraft(draft).build());
        var read = personas.getPersona(
                APIGetPersonaRequest.newBuilder().id(created.getId()).build());
        var page = personas.listPersonas(
                APIListPersonasRequest.newBuilder().limit(1).build());

        assertThat(read).isEqualTo(created);
        assertThat(read.getVersion()).isEqualTo(1);
        assertThat(read.getNeeds()).singleElement().satisfies(need -> {
            assertThat(need.getId()).isNotNull();
            assertThat(need.getStatement()).isEqualTo("Arrive on time");
            assertThat(need.getKind()).isEqualTo(NeedKind.FUNCTIONAL);
            assertThat(need.getImportance()).isEqualTo(9.5);
        });
        // With view=full an item is a whole persona; what both have can be read of either.
        assertThat(page.getItems())
                .extracting(item ->
                        client.getObjectMapper().valueToTree(item).get("id").asText())
                .containsExactly(created.getId().toString());
        assertThat(page.getNext()).isNull();
    }

    @Test
    void aProblemIsAProblem() throws JsonProcessingException {
        var unknown = APIGetPersonaRequest.newBuilder().id(UUID.randomUUID()).build();

        var refused = catchThrowableOfType(ApiException.class, () -> personas.getPersona(unknown));
        var problem = client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);

        assertThat(refused.getCode()).isEqualTo(404);
        assertThat(problem.getType()).isEqualTo("/problems/not-found");
        assertThat(problem.getStatus()).isEqualTo(404);
    }

    @Test
    void aJourneyIsCreatedAndRead() throws dev.waymark.client.journey.ApiException {
        var journeyClient = new dev.waymark.client.journey.ApiClient();
        journeyClient.updateBaseUri(product.url("journey"));
        journeyClient.setRequestInterceptor(asEditor);
        var journeys = new JourneysApi(journeyClient);
        var persona = UUID.randomUUID();

        var created = journeys.createJourney(JourneysApi.APICreateJourneyRequest.newBuilder()
                .journeyDraft(new JourneyDraft().name("To work and back").personaId(persona.toString()))
                .build());
        var read = journeys.getJourney(JourneysApi.APIGetJourneyRequest.newBuilder()
                .id(created.getId())
                .build());

        assertThat(read.getName()).isEqualTo("To work and back");
        assertThat(read.getPersonaId()).isEqualTo(persona.toString());
    }

    @Test
    void aProviderIsCreatedAndRead() throws dev.waymark.client.gapmap.ApiException {
        var gapmapClient = new dev.waymark.client.gapmap.ApiClient();
        gapmapClient.updateBaseUri(product.url("gapmap"));
        gapmapClient.setRequestInterceptor(asEditor);
        var providers = new ProvidersApi(gapmapClient);

        var created = providers.createProvider(ProvidersApi.APICreateProviderRequest.newBuilder()
                .providerDraft(new ProviderDraft().name("Ferry").kind(ProviderKind.OWN))
                .build());
        var read = providers.getProvider(ProvidersApi.APIGetProviderRequest.newBuilder()
                .id(created.getId())
                .build());

        assertThat(read.getName()).isEqualTo("Ferry");
        assertThat(read.getKind()).isEqualTo(ProviderKind.OWN);
    }
}
