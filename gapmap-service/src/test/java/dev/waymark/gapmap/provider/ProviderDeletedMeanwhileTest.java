package dev.waymark.gapmap.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.gapmap.OwnerConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A provider is deleted in the very moment between being found and being referred to. */
@QuarkusTest
class ProviderDeletedMeanwhileTest {

    private GapMapFixture fixture;
    private String late;

    @BeforeEach
    void makeAMap() {
        fixture = GapMapFixture.make();
        late = GapMapFixture.provider(fixture.workspace(), "late");
    }

    @Test
    void aNewMapThatNamesItIsRefused() throws Exception {
        whileItIsDeleted(() -> fixture.workspace()
                        .editor()
                        .body(draft())
                        .post("/v1/gap-maps")
                        .then())
                .statusCode(409)
                .body("detail", containsString("has been deleted meanwhile"));
        fixture.workspace().viewer().get("/v1/gap-maps").then().body("items", hasSize(1));
    }

    @Test
    void anEditThatNamesItIsRefused() throws Exception {
        whileItIsDeleted(() -> fixture.put(draft()))
                .statusCode(409)
                .body("detail", containsString("has been deleted meanwhile"));
        fixture.read().body("version", equalTo(1)).body("competitorIds", hasSize(2));
    }

    @Test
    void ratingsOfItAreRefused() throws Exception {
        var mapping = "{\"provider\": \"who\", \"needs\": {\"speed\": \"key:need-0\"}}";
        whileItIsDeleted(() -> fixture.upload(mapping, "who,speed\nown,3\nlate,4\n"))
                .statusCode(409)
                .body("detail", containsString("has been deleted meanwhile"));
        fixture.read().body("version", equalTo(1)).body("responses", equalTo(0));
        fixture.scores().body("scores[0].own.n", equalTo(0));
    }

    private ValidatableResponse whileItIsDeleted(Callable<ValidatableResponse> request) throws Exception {
        try (var owner = new OwnerConnection()) {
            owner.run("select from provider where id = '" + late + "' for update");
            var answer = owner.until(request);
            assertThat(answer).as("waits for the provider").isNotDone();
            owner.run("delete from provider where id = '" + late + "'");
            owner.commit();
            return answer.get();
        }
    }

    private String draft() {
        return fixture.draft().replace(fixture.providers().get("two"), late);
    }
}
