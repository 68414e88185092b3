package dev.waymark.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each change is one replacement in the schema below. */
class EventChangesTest {

    private static final String CREATED = """
            {"title": "cat.created.v1", "$ref": "cat.v1.schema.json"}""";
    private static final String CAT = """
            {"type": "object", "required": ["id", "toys"], "properties": {
               "id": {"type": "string", "format": "uuid"},
               "coat": {"enum": ["SHORT", "LONG"]},
               "weight": {"type": "number"},
               "toys": {"type": "array", "items": {"$ref": "#/$defs/toy"}}},
             "$defs": {"toy": {"type": "object", "required": ["sort"], "properties": {"sort": {"type": "string"}}}}}""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[\"id\", \"toys\"]| [\"id\"]| /toys was always there and may be absent",
                "\"id\": {\"type\"| \"key\": {\"type\"| /id is gone",
                "\"weight\": {\"type\": \"number\"},| ``| /weight is gone",
                "\"number\"| \"string\"| /weight was of type number and is of string",
                "\"type\": \"number\"| \"type\": [\"number\", \"null\"]| /weight was of type number and is of null or number",
                "\"format\": \"uuid\"| \"minLength\": 1| /id was of format uuid and is of none",
                "[\"sort\"]| []| /toys/*/sort was always there and may be absent",
                "{\"sort\": {\"type\": \"string\"}}| {\"sort\": {\"type\": \"integer\"}}| /toys/*/sort was of type string and is of integer"
            })
    void whatBreaksAReaderIsNamed(String was, String is, String named) throws IOException {
        assertThat(changes(was, is == null ? "" : is))
                .contains("cat.v1.schema.json: " + named, "cat.created.v1.schema.json: " + named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"LONG\"| \"LONG\", \"NONE\"",
                "\"weight\": {\"type\": \"number\"}| \"weight\": {\"type\": \"integer\"}",
                "\"weight\": {| \"age\": {\"type\": \"integer\"}, \"weight\": {",
                "[\"id\", \"toys\"]| [\"id\", \"toys\", \"coat\"]"
            })
    void whatBreaksNobodyIsNot(String was, String is) throws IOException {
        assertThat(changes(was, is)).isEmpty();
    }

    @Test
    void aSchemaStaysAndTheNextVersionStandsBesideIt() throws IOException {
        var before = contract("before", CAT);
        var after = contract("after", CAT);
        Files.writeString(after.file("cat.created.v2.schema.json"), "{}");
        assertThat(EventChanges.between(before, after)).isEmpty();

        Files.delete(after.file("cat.created.v1.schema.json"));
        assertThat(EventChanges.between(before, after)).containsExactly("cat.created.v1.schema.json is gone");
    }

    private List<String> changes(String was, String is) throws IOException {
        var changed = CAT.replace(was, is);
        assertThat(changed).isNotEqualTo(CAT);
        return EventChanges.between(contract("before", CAT), contract("after", changed));
    }

    private Contract contract(String name, String cat) throws IOException {
        var contract = new Contract(Files.createDirectories(folder.resolve(name)));
        Files.writeString(contract.file("cat.created.v1.schema.json"), CREATED);
        Files.writeString(contract.file("cat.v1.schema.json"), cat);
        return contract;
    }
}
