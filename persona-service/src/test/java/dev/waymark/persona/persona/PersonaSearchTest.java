package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code q} and the filters find, whatever is in them, and that they never find what is another's. */
@QuarkusTest
class PersonaSearchTest {

    private static final String PERSONAS = "/v1/personas";
    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
    private static final TestWorkspace THEIRS = TestWorkspace.fresh();

    private static boolean filled;

    @BeforeEach // the address of the service is known within tests only
    void fill() {
        if (filled) {
            return;
        }
        filled = true;
        create(WORKSPACE, Map.of("name", "Éva", "headline", "Crosses the river by the early ferry, self-employed"));
        create(
                WORKSPACE,
                Map.of(
                        "name",
                        "Ola",
                        "description",
                        "Don't \"quote\" back\\slash me: tag:vip owner:Ann",
                        "needs",
                        List.of(Map.of("statement", "Punctuality above all", "kind", "FUNCTIONAL")),
                        "demographics",
                        Map.of("city", "Gdańsk", "age", 42)));
        create(
                WORKSPACE,
                Map.of("name", "Labelled", "tags", List.of("vip", "it's \\ \"odd\" & | ! :*", "🛫"), "owner", "Ann"));
        create(THEIRS, Map.of("name", "Secret plan", "tags", List.of("vip", "secret"), "owner", "Ann"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ferry | Éva",
                "FERRY | Éva",
                "fer | Éva",
                "ear fer riv | Éva",
                "ferry early | Éva",
                "éva | Éva",
                "ÉVA | Éva",
                "self-emp | Éva",
                "self-employed | Éva",
                "punctual | Ola",
                "above punctuality ola | Ola",
                "gdańsk | Ola",
                "don't | Ola",
                "\"quote\" | Ola",
                "back\\slash | Ola",
                "vip | Ola, Labelled",
                "odd | Labelled",
                "ann | Ola, Labelled",
                "tag | Ola",
                "owner | Ola"
            })
    void wordsAndTheirBeginningsAreFoundWhereverTheyStand(String q, String names) {
        assertThat(found("q", q)).containsExactly(names.split(", "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erry",
                "ferry secret",
                "secret",
                "plan",
                "workspace",
                "work",
                "w",
                "segment",
                "segment:",
                "ferry & !early & x",
                "ferry:D",
                "019",
                "7",
                "4",
                "²",
                "42",
                "xferry",
                "zz'zz",
                "zz\\zz"
            })
    void whatIsNoBeginningOfAWordOrAnothersIsNotFound(String q) {
        assertThat(found("q", q)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ferry | secret", "ferry & | !", "!ferry", "ferry:*", "ferry:A", "'ferry'", "''ferry''", "\"ferry",
                        "ferry\\",
                "(ferry", "ferry)", "<-> ferry", "ferry <", "ferry;--", "$1 ferry", ":words ferry", "?ferry",
                        "ferry 🛥",
                "%ferry%", "ferry'::tsquery || 'x'"
            })
    void whatMeansSomethingToTheDatabaseIsJustAWordOrNothing(String q) {
        var answer = WORKSPACE.viewer().queryParam("q", q).get(PERSONAS);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.<List<String>>path("items.name")).isSubsetOf("Éva");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "🛫", "'", "\\", "&|!", ":*"})
    void whatHasNoWordIsRefused(String q) {
        assertThat(WORKSPACE.viewer().queryParam("q", q).get(PERSONAS).statusCode())
                .isEqualTo(400);
    }

    @Test
    void aSearchHasALimit() {
        assertThat(found("q", "x".repeat(200))).isEmpty();
        assertThat(found("tag", "😀".repeat(100))).isEmpty();
        for (var parameter : List.of("q", "tag", "owner")) {
            var refused =
                    WORKSPACE.viewer().queryParam(parameter, "x".repeat(201)).get(PERSONAS);
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.<List<String>>path("errors.pointer")).containsExactly(parameter);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vip", "it's \\ \"odd\" & | ! :*", "🛫"})
    void aTagIsFoundAsAWholeWhateverIsInIt(String tag) {
        assertThat(found("tag", tag)).containsExactly("Labelled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "VIP", "vip ", "secret", "vip' | 'secret", "vip\\", "*", "%", "it's"})
    void anotherTagIsNotFound(String tag) {
        assertThat(found("tag", tag)).isEmpty();
    }

    @Test
    void anEmptyParameterIsNone() {
        assertThat(found("tag", "")).hasSize(3);
        assertThat(found("q", "")).hasSize(3);
    }

    @Test
    void filtersAndWordsHaveToFitTogether() {
        assertThat(found("owner", "Ann")).containsExactly("Labelled");
        assertThat(names(WORKSPACE.viewer().get(PERSONAS + "?owner=Ann&tag=vip&q=labelled&status=DRAFT")))
                .containsExactly("Labelled");
        assertThat(names(WORKSPACE.viewer().get(PERSONAS + "?owner=Ann&tag=none")))
                .isEmpty();
        assertThat(names(WORKSPACE.viewer().get(PERSONAS + "?tag=vip&status=PUBLISHED")))
                .isEmpty();
        assertThat(names(WORKSPACE.viewer().get(PERSONAS + "?tag=vip&q=ferry"))).isEmpty();
    }

    @Test
    void nobodyGetsIntoAnotherWorkspaceByATagOrAWord() {
        var own = TestWorkspace.fresh();
        var way = "workspace:" + THEIRS.name();
        create(own, Map.of("name", "Own", "tags", List.of(way, "=" + way, "a' & '=" + way), "owner", way));

        for (var parameter : List.of("q", "tag", "owner")) {
            for (var value : List.of(way, "=" + way, "x' | '=" + way, "x\\' | '=" + way, "secret", "a' & '=" + way)) {
                var answer = own.viewer().queryParam(parameter, value).get(PERSONAS);
                assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
                assertThat(names(answer)).as(parameter + "=" + value).isSubsetOf("Own");
            }
        }
        assertThat(names(THEIRS.viewer().get(PERSONAS + "?q=own"))).isEmpty();
        assertThat(names(THEIRS.viewer().queryParam("tag", way).get(PERSONAS))).isEmpty();
        assertThat(names(THEIRS.viewer().get(PERSONAS + "?q=secret&tag=vip"))).containsExactly("Secret plan");
    }

    @Test
    void whatIsChangedIsFoundByItsNewWordsOnly() {
        var workspace = TestWorkspace.fresh();
        var path = PERSONAS + "/" + create(workspace, Map.of("name", "Before", "tags", List.of("old")));
        workspace
                .editor()
                .header("If-Match", "*")
                .body("{\"name\": \"After\", \"tags\": [\"new\"]}")
                .put(path)
                .then()
                .statusCode(200);

        assertThat(names(workspace.viewer().get(PERSONAS + "?q=before"))).isEmpty();
        assertThat(names(workspace.viewer().get(PERSONAS + "?tag=old"))).isEmpty();
        assertThat(names(workspace.viewer().get(PERSONAS + "?q=after&tag=new"))).containsExactly("After");
    }

    private static List<String> found(String parameter, String value) {
        return names(WORKSPACE.viewer().queryParam(parameter, value).get(PERSONAS));
    }

    private static List<String> names(Response list) {
        assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
        return list.path("items.name");
    }

    private static String create(TestWorkspace workspace, Map<String, ?> persona) {
        return workspace
                .editor()
                .body(persona)
                .post(PERSONAS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
