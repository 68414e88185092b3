package dev.waymark.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;

/** Names the operations that resources inherit after what they are about: {@code create} on {@code /v1/gap-maps} is createGapMap. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationNames implements OASFilter {

    private static final Pattern WORD = Pattern.compile("an? (Document|Element)|(Documents?|Elements?)");

    /** Where the word goes that an operation is about; {@code s} after it makes it several. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("create", "create%s"),
            Map.entry("get", "get%s"),
            Map.entry("replace", "replace%s"),
            Map.entry("patch", "patch%s"),
            Map.entry("delete", "delete%s"),
            Map.entry("getByKey", "get%sByKey"),
            Map.entry("putByKey", "put%sByKey"),
            Map.entry("publish", "publish%s"),
            Map.entry("archive", "archive%s"),
            Map.entry("restore", "restore%s"),
            Map.entry("list", "list%ss"),
            Map.entry("add", "add%s"),
            Map.entry("batch", "batch%ss"),
            Map.entry("listRevisions", "list%sRevisions"),
            Map.entry("getRevision", "get%sRevision"),
            Map.entry("diffRevisions", "diff%sRevisions"),
            Map.entry("restoreRevision", "restore%sRevision"));

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .values()
                .forEach(operation -> name(operation, Collection.of(path))));
    }

    private static void name(Operation operation, Collection collection) {
        var id = operation.getOperationId();
        var name = NAMES.get(id.substring(id.indexOf('_') + 1));
        if (name == null) {
            return;
        }
        operation.setOperationId(name.formatted(collection.type()));
        operation.setSummary(inWords(operation.getSummary(), collection));
        operation.setDescription(inWords(operation.getDescription(), collection));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(p -> p.setDescription(inWords(p.getDescription(), collection)));
        }
    }

    private static String inWords(String text, Collection collection) {
        return text == null
                ? null
                : WORD.matcher(text).replaceAll(found -> {
                    var several = found.group().endsWith("s") ? "s" : "";
                    return found.group().startsWith("a") ? "a " + collection.words() : collection.words() + several;
                });
    }

    /** The last collection of a path: {@code steps} of {@code /v1/journeys/{id}/stages/{stageId}/steps/{elementId}}. */
    record Collection(String name) {

        static Collection of(String path) {
            var names = Stream.of(path.split("[/:]"))
                    .filter(part -> part.endsWith("s") && !part.equals("revisions"))
                    .toList();
            return new Collection(names.isEmpty() ? path : names.getLast());
        }

        /** {@code gap map} */
        String words() {
            return name.substring(0, name.length() - 1).replace('-', ' ');
        }

        /** {@code GapMap} */
        String type() {
            return Stream.of(words().split(" "))
                    .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                    .collect(Collectors.joining());
        }
    }
}
