package dev.waymark.persona.persona;

import static org.assertj.core.api.Assertions.assertThat;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of the list, its pages, and cursors that do not belong to it. */
@QuarkusTest
class PersonaListTest {

    private static final String PERSONAS = "/v1/personas";

    private final TestWorkspace workspace = TestWorkspace.fresh();

    private record Row(String id, String name, String updatedAt) {}

    @ParameterizedTest
    @ValueSource(strings = {"createdAt", "-createdAt", "name", "-name", "updatedAt", "-updatedAt"})
    void everyOrderLeadsThroughAllAndEqualOnesFollowTheirIds(String sort) {
        var rows = rows();

        var expected = rows.stream().sorted(order(sort)).map(Row::id).toList();
        assertThat(pages("?limit=2&sort=" + sort)).containsExactlyElementsOf(expected);
        assertThat(pages("?limit=2&sort=" + sort + "&q=twice")).containsExactlyElementsOf(expected);
    }

    @Test
    void namesAreOrderedByCodePoint() {
        Stream.of("b", "Á", "a", "B", "😀", "z\nz", "z").forEach(name -> create(name.replace("\n", "\\n")));

        assertThat(ask("?sort=name&limit=100").<List<String>>path("items.name"))
                .containsExactly("B", "a", "b", "z", "z\nz", "Á", "😀");
        assertThat(pages("?sort=name&limit=1")).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void wholeOnesComeInSmallerPages() {
        create("Somebody");

        var whole = ask("?view=full&limit=25");
        assertThat(whole.statusCode()).as(whole.asString()).isEqualTo(200);
        assertThat(whole.<Object>path("items[0].needs")).isEqualTo(List.of());
        assertThat(whole.<Object>path("items[0].context.journeys")).isEqualTo(List.of());
        refused("?view=full&limit=26", "limit");
        assertThat(ask("?limit=100").<Object>path("items[0].needs")).isNull();
        refused("?limit=101", "limit");
    }

    @Test
    void summariesTellWhatAListShows() {
        workspace.editor().body(PersonaFieldsTest.WHOLE).post(PERSONAS).then().statusCode(201);

        var item = ask("").jsonPath().getMap("items[0]");
        assertThat(item)
                .containsEntry("externalKey", "crm-1")
                .containsEntry("headline", "Flies twice a week")
                .containsEntry("portraitUrl", "https://example.org/p.jpg?size=2#face")
                .containsEntry("lifeStage", "Family")
                .containsEntry("needCount", 1)
                .containsEntry("tags", List.of("vip", "été 🛫"))
                .containsEntry("owner", "Ann")
                .containsEntry("status", "DRAFT")
                .containsKeys("id", "version", "createdAt", "updatedAt", "businessImportance", "segmentIds")
                .doesNotContainKeys("needs", "evidence", "context", "content");
    }

    @Test
    void aCursorIsGoodForItsOwnQueryOnly() {
        rows();
        String cursor =
                ask("?limit=1&sort=name&q=twice&status=DRAFT&tag=t&owner=Ann").path("next");
        assertThat(ask("?limit=3&sort=name&q=twice&status=DRAFT&tag=t&owner=Ann&cursor=" + cursor)
                        .statusCode())
                .as("another limit")
                .isEqualTo(200);

        for (var other : List.of(
                "sort=-name&q=twice&status=DRAFT&tag=t&owner=Ann",
                "sort=updatedAt&q=twice&status=DRAFT&tag=t&owner=Ann",
                "sort=name&q=flies&status=DRAFT&tag=t&owner=Ann",
                "sort=name&status=DRAFT&tag=t&owner=Ann",
                "sort=name&q=twice&tag=t&owner=Ann",
                "sort=name&q=twice&status=PUBLISHED&tag=t&owner=Ann",
                "sort=name&q=twice&status=DRAFT&tag=u&owner=Ann",
                "sort=name&q=twice&status=DRAFT&owner=Ann",
                "sort=name&q=twice&status=DRAFT&tag=t&owner=Bo",
                "sort=name&q=twice&status=DRAFT&tag=t&owner=Ann&segmentId=" + UUID.randomUUID())) {
            refused("?" + other + "&cursor=" + cursor, "cursor");
        }
        assertThat(workspace.viewer().get("/v1/segments?cursor=" + cursor).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "no id",
                "no id\nname",
                "ID",
                "ID\n",
                "ID\nyesterday",
                "ID\n2026-02-30T00:00:00Z",
                "ID\n2026-01-31T00:00:00",
                "ID\n+999999999-01-01T00:00:00Z",
                "ID\na\u0000b"
            })
    void whatNobodyHasGivenOutIsNoCursor(String place) {
        rows();
        var cursor = ask("?limit=1&sort=updatedAt").<String>path("next");
        var plain = new String(Base64.getUrlDecoder().decode(cursor), java.nio.charset.StandardCharsets.UTF_8);
        var query = plain.substring(0, plain.indexOf('\n', plain.indexOf('\n') + 1) + 1);

        refused(
                "?sort=updatedAt&cursor="
                        + encoded(query + place.replace("ID", UUID.randomUUID().toString())),
                "cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%20", "*", "MQ", "MQo", "!!!!", "MQoK", "0000000000000000"})
    void garbageIsNoCursor(String cursor) {
        refused("?cursor=" + cursor, "cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "-", "--name", "name,id", "NAME", "version", "name desc"})
    void otherOrdersAreRefused(String sort) {
        refused("?sort=" + sort.replace(" ", "%20"), "sort");
    }

    @Test
    void otherViewsAndStatesAreRefused() {
        refused("?view=brief", "view");
        refused("?status=draft", "status");
    }

    /** Five personas, some of one name, the last ones changed first. */
    private List<Row> rows() {
        var ids = Stream.of("b", "a", "b", "a", "c").map(this::create).toList();
        for (var id : ids.reversed()) {
            workspace
                    .editor()
                    .contentType("application/merge-patch+json")
                    .header("If-Match", "*")
                    .body("{\"headline\": \"Flies twice\", \"tags\": [\"t\"], \"owner\": \"Ann\"}")
                    .patch(PERSONAS + "/" + id)
                    .then()
                    .statusCode(200);
        }
        var list = ask("").jsonPath();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < ids.size(); i++) {
            var item = "items[" + i + "].";
            rows.add(new Row(
                    list.getString(item + "id"), list.getString(item + "name"), list.getString(item + "updatedAt")));
        }
        assertThat(rows).extracting(Row::id).containsExactlyElementsOf(ids);
        return rows;
    }

    private static Comparator<Row> order(String sort) {
        var order =
                switch (sort.replace("-", "")) {
                    case "name" -> Comparator.comparing(Row::name).thenComparing(Row::id);
                    case "updatedAt" ->
                        Comparator.comparing((Row row) -> java.time.Instant.parse(row.updatedAt()))
                                .thenComparing(Row::id);
                    default -> Comparator.comparing(Row::id);
                };
        return sort.startsWith("-") ? order.reversed() : order;
    }

    private List<String> pages(String query) {
        var seen = new ArrayList<String>();
        for (var cursor = ""; cursor != null; ) {
            var page = ask(query + cursor);
            assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
            seen.addAll(page.<List<String>>path("items.id"));
            cursor = page.path("next") == null ? null : "&cursor=" + page.path("next");
        }
        return seen;
    }

    private void refused(String query, String parameter) {
        var refused = ask(query);
        assertThat(refused.statusCode()).as(query + refused.asString()).isEqualTo(400);
        assertThat(refused.<List<String>>path("errors.pointer")).containsExactly(parameter);
    }

    private Response ask(String query) {
        return workspace.viewer().urlEncodingEnabled(false).get(PERSONAS + query);
    }

    private String create(String name) {
        return workspace
                .editor()
                .body("{\"name\": \"" + name + "\"}")
                .post(PERSONAS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String encoded(String plain) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
