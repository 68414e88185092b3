package dev.waymark.gapmap.http;

import dev.waymark.gapmap.GapMapFixture;
import dev.waymark.testing.ServiceLog;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nobody learns from the log who answered, or what. */
@QuarkusTest
class SilentLogTest {

    private final String hush = "hush" + UUID.randomUUID().toString().replace("-", "");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            who,wifi,respondent,said\\nown,4,HUSH,HUSH\\n   | 201
            who,wifi,respondent,said\\nown,HUSH,HUSH,x\\n   | 201
            who,wifi,respondent,said\\nHUSH,4,HUSH,x\\n     | 201
            who,wifi,respondent,said\\nown,4,"HUSH,x\\n     | 400
            HUSH,who,HUSH,said\\nown,4,HUSH,x\\n            | 400
            """)
    void aboutRespondentsAndAnswersHoweverTheImportEnds(String csv, int status) {
        var fixture = GapMapFixture.make();
        var need = fixture.persona().needIds().getFirst();
        fixture.upload(
                        "{\"provider\": \"who\", \"respondent\": \"respondent\", \"needs\": {\"wifi\": \"" + need
                                + "\"}}",
                        csv.replace("HUSH", hush).replace("\\n", "\n"))
                .statusCode(status);

        ServiceLog.requireSilentAbout(hush);
    }
}
