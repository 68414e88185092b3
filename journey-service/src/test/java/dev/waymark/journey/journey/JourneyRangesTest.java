package dev.waymark.journey.journey;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.waymark.testing.TestWorkspace;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each field has its range; what lies outside is refused by its place, and changes nothing. */
@QuarkusTest
class JourneyRangesTest {

    private static final TestWorkspace WORKSPACE = TestWorkspace.fresh();
    private static final String PERSONA = "\"personaId\": \"019aa5b0-0c1e-7c3a-9d52-6f1b8a2e4d10\"";

    static Stream<Arguments> ofTheJourney() {
        return Stream.of(
                at("/name", "\"name\": \" \""),
                at("/name", "\"name\": " + text(201)),
                at("/externalKey", "\"externalKey\": \"\""),
                at("/type", "\"type\": \"MAYBE\""),
                at("/pairedJourneyId", "\"pairedJourneyId\": \"somewhere\""),
                at("/scenario", "\"scenario\": " + text(4001)),
                at("/businessGoal", "\"businessGoal\": " + text(4001)),
                at("/trigger/type", "\"trigger\": {}"),
                at("/trigger/type", "\"trigger\": {\"type\": \"WHIM\"}"),
                at("/trigger/description", "\"trigger\": {\"type\": \"OTHER\", \"description\": " + text(4001) + "}"),
                at("/trigger/at", "\"trigger\": {\"type\": \"OTHER\", \"at\": \"soon\"}"),
                at("/before", "\"before\": " + text(4001)),
                at("/after", "\"after\": " + text(4001)),
                at("/stages", "\"stages\": [" + many(51, "{\"name\": \"s\"}") + "]"),
                at("/stages/0", "\"stages\": [null]"));
    }

    static Stream<Arguments> ofItsRoutesAndReviews() {
        return Stream.of(
                at("/transitions/0/from", "\"transitions\": [{\"to\": \"key:a\", \"probability\": 1}]"),
                at("/transitions/0/to", "\"transitions\": [{\"from\": \"key:a\", \"probability\": 1}]"),
                at("/transitions/0/probability", "\"transitions\": [{\"from\": \"key:a\", \"to\": \"key:a\"}]"),
                at("/transitions/0/probability", "\"transitions\": [" + transition("1.01", "PT1H") + "]"),
                at("/transitions/0/probability", "\"transitions\": [" + transition("-0.1", "PT1H") + "]"),
                at("/transitions/0/meanDuration", "\"transitions\": [" + transition("1", "P1M") + "]"),
                at("/entryPoints/0/share", "\"entryPoints\": [{\"stepId\": \"key:a\", \"share\": 1.5}]"),
                at("/entryPoints/0/stepId", "\"entryPoints\": [{\"share\": 0.5}]"),
                at("/funnel/0/name", "\"funnel\": [{}]"),
                at("/funnel/0/owner/function", "\"funnel\": [{\"name\": \"f\", \"owner\": {\"function\": \"HR\"}}]"),
                at("/reviewCadence", "\"reviewCadence\": \"P11Y\""),
                at("/reviewCadence", "\"reviewCadence\": \"P0D\""),
                at("/reviewCadence", "\"reviewCadence\": 30"),
                at("/lastReviewedAt", "\"lastReviewedAt\": \"2999-01-01T00:00:00Z\""),
                at("/contributors/0/name", "\"contributors\": [{\"function\": \"IT\"}]"),
                at("/evidence/0/method", "\"evidence\": [{\"source\": \"x\"}]"),
                at("/evidence/0/confidence", "\"evidence\": [{\"method\": \"SURVEY\", \"confidence\": 1.1}]"),
                at("/tags/0", "\"tags\": [\" \"]"),
                at("/tags", "\"tags\": [" + many(51, "\"t\"") + "]"),
                at("/tags", "\"tags\": [\"t\", \"t\"]"),
                at("/owner", "\"owner\": \"\""),
                at("/stagse", "\"stagse\": []"),
                at("", "\"personaKey\": \"crm-4711\""));
    }

    static Stream<Arguments> ofAStage() {
        return Stream.of(
                at("/name", "\"name\": \"\""),
                at("/phase", "\"phase\": \"LUNCH\""),
                at("/importance", "\"importance\": 1.5"),
                at("/importance", "\"importance\": -0.5"),
                at("/description", "\"description\": " + text(4001)),
                at("/funnelStage", "\"funnelStage\": 7"),
                at("/owner/name", "\"owner\": {\"name\": \"\"}"),
                at("/needIds/0", "\"needIds\": [null]"),
                at("/needIds/0", "\"needIds\": [\"wifi\"]"),
                at("/goals/0/text", "\"goals\": [{}]"),
                at("/behaviours/0/text", "\"behaviours\": [{\"text\": \"\"}]"),
                at("/steps", "\"steps\": [" + many(101, "{\"name\": \"s\"}") + "]"));
    }

    static Stream<Arguments> ofAStep() {
        return Stream.of(
                at("/name", "\"name\": null"),
                at("/intent", "\"intent\": " + text(1001)),
                at("/emotion", "\"emotion\": 3"),
                at("/emotion", "\"emotion\": -3"),
                at("/emotion", "\"emotion\": 0.5"),
                at("/feelings/0/text", "\"feelings\": [{}]"),
                at("/motivations/0/text", "\"motivations\": [{\"text\": " + text(1001) + "}]"),
                at("/questions/0/answered", "\"questions\": [{\"text\": \"q\", \"answered\": \"no\"}]"),
                at("/expectations/0/status", "\"expectations\": [{\"text\": \"e\", \"status\": \"SOMEHOW\"}]"),
                at("/pains/0/severity", "\"pains\": [{\"text\": \"p\", \"severity\": 0}]"),
                at("/pains/0/severity", "\"pains\": [{\"text\": \"p\", \"severity\": 6}]"),
                at("/pains/0/frequency", "\"pains\": [{\"text\": \"p\", \"frequency\": 0}]"),
                at("/pains/0/frequency", "\"pains\": [{\"text\": \"p\", \"frequency\": 6}]"),
                at("/gains/0/text", "\"gains\": [{}]"),
                at("/current/satisfaction", "\"current\": {\"satisfaction\": 10.5}"),
                at("/desired/satisfaction", "\"desired\": {\"satisfaction\": -1}"),
                at("/desired/note", "\"desired\": {\"note\": " + text(4001) + "}"),
                at("/idealExperience", "\"idealExperience\": " + text(4001)),
                at("/touchpoints", "\"touchpoints\": [" + many(51, "{\"name\": \"t\"}") + "]"));
    }

    static Stream<Arguments> ofATouchpoint() {
        return Stream.of(
                at("/name", "\"name\": \"\""),
                at("/channel", "\"channel\": " + text(201)),
                at("/kind", "\"kind\": \"ASTRAL\""),
                at("/thirdParty", "\"thirdParty\": \"yes\""),
                at("/momentOfTruth/flag", "\"momentOfTruth\": {}"),
                at("/momentOfTruth/basis", "\"momentOfTruth\": {\"flag\": true, \"basis\": \"FELT\"}"),
                at("/momentOfTruth/why", "\"momentOfTruth\": {\"flag\": true, \"why\": " + text(1001) + "}"),
                at("/barriers/0/text", "\"barriers\": [{}]"),
                at("/content/0/title", "\"content\": [{}]"),
                at("/content/0/needIds/0", "\"content\": [{\"title\": \"c\", \"needIds\": [null]}]"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"ofTheJourney", "ofItsRoutesAndReviews"})
    void ofTheJourneyIsRefused(String pointer, String said) {
        refuse(
                pointer,
                said.startsWith("\"name\"") ? PERSONA + ", " + said : PERSONA + ", \"name\": \"Trip\", " + said);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ofAStage")
    void ofAStageIsRefused(String pointer, String said) {
        refuse("/stages/0" + pointer, inStage(said));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ofAStep")
    void ofAStepIsRefused(String pointer, String said) {
        refuse("/stages/0/steps/0" + pointer, inStage("\"steps\": [{" + named(said) + "}]"));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("ofATouchpoint")
    void ofATouchpointIsRefused(String pointer, String said) {
        refuse(
                "/stages/0/steps/0/touchpoints/0" + pointer,
                inStage("\"steps\": [{\"name\": \"s\", \"touchpoints\": [{" + named(said) + "}]}]"));
    }

    private static void refuse(String pointer, String fields) {
        WORKSPACE
                .editor()
                .body("{" + fields + "}")
                .post("/v1/journeys")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors.pointer", hasItem(pointer));
        WORKSPACE.viewer().get("/v1/journeys").then().body("items", hasSize(0));
    }

    private static String inStage(String said) {
        return PERSONA + ", \"name\": \"Trip\", \"stages\": [{" + named(said) + "}]";
    }

    private static String named(String said) {
        return said.startsWith("\"name\"") ? said : "\"name\": \"Somehow\", " + said;
    }

    private static String transition(String probability, String duration) {
        return "{\"from\": \"key:a\", \"to\": \"key:a\", \"probability\": %s, \"meanDuration\": \"%s\"}"
                .formatted(probability, duration);
    }

    private static String text(int length) {
        return "\"" + "x".repeat(length) + "\"";
    }

    private static String many(int count, String element) {
        return IntStream.range(0, count).mapToObj(i -> element).collect(Collectors.joining(","));
    }

    private static Arguments at(String pointer, String said) {
        return Arguments.of(pointer, said);
    }
}
